//! `meldroute reservekopie`: content and keys in two files, while the service runs.
//!
//! All three stores are read at one and the same moment (`keyvalue::Snapshot`): the same state as after a power cut,
//! from which Meldroute can always continue. So every report acknowledged before is in the inbox or is a case, and
//! every case has its key. Reading the stores one after the other would break this: inbox after cases loses the reports
//! taken in between, and keys before cases loses a key.
//!
//! The keys' file replaces the one before it, so that no older backup keeps the key of a destroyed case. It is written
//! first: newer keys open all of the content, older keys might not. Only while the key of a case is missing or damaged
//! do the keys of before stay too.
mod header;
mod place;
mod records;
mod sealed;

pub use header::{Header, Kind};
pub use place::read;
pub use records::Record;

use crate::{
    check::files,
    stores::{Instance, LABELS, Stores, explain},
};
use anyhow::{Result, bail, ensure};
use clap::Args;
use desk::{
    Desk, account,
    case::{self, restored},
    key_check,
};
use keyvalue::Store;
use kit::store::cell;
use serde::de::IgnoredAny;
use shared::id::CaseId;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// The instance, and the two folders.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    pub instance: Instance,
    /// De map voor de inhoud; elke reservekopie is een nieuw bestand
    #[arg(long = "naar", alias = "to", value_name = "MAP")]
    pub to: PathBuf,
    /// Een andere map, voor de sleutels; het nieuwste bestand vervangt het vorige
    #[arg(long = "sleutels-naar", alias = "keys-to", value_name = "MAP")]
    pub keys_to: PathBuf,
}

/// The backup that was written.
pub struct Made {
    /// The file with content.
    pub content: PathBuf,
    /// The file with keys.
    pub keys: PathBuf,
    /// How many values of each store.
    pub counts: BTreeMap<String, u64>,
    /// Cases whose key is missing or cannot be read. Then the keys of before stay too, beside the new ones.
    pub without_key: Vec<String>,
}

/// Makes, reads back, and says what was made.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let made = make(profiles, options)?;
    let count = |label: &str| made.counts.get(label).copied().unwrap_or_default();
    let [inbox, cases, keys] = LABELS;
    println!("Inhoud:   {} ({} en {} waarden)", made.content.display(), count(inbox), count(cases));
    println!("Sleutels: {} ({} waarden; alleen deze, de nieuwste, blijft)", made.keys.display(), count(keys));
    println!("Beide zijn teruggelezen en nageteld. Bewaar ze op twee plaatsen.");
    ensure!(
        made.without_key.is_empty(),
        "de reservekopie is gemaakt, maar van {} dossiers ontbreekt de sleutel of is hij niet te lezen ({}); het vorige \
         bestand met sleutels blijft daarom ook staan. Draai `meldroute controle`",
        made.without_key.len(),
        made.without_key.join(", ")
    );
    Ok(())
}

/// Makes both files.
pub fn make(profiles: &Path, options: &Options) -> Result<Made> {
    apart(&options.to, &options.keys_to)?;
    let mut found = crate::check::Found::default();
    let state = files::look(&options.instance.files()?, &mut found);
    ensure!(state == files::State::There, "er is nog niets om te bewaren: de opslag is er niet");
    ensure!(
        found.findings.is_empty(),
        "geen reservekopie: draai eerst `meldroute controle` ({})",
        found.findings.join("; ")
    );
    take_in(profiles, &options.instance)?;
    let (stores, desk) = options.instance.moment(profiles)?;
    let begun = desk.cases.exists(&cell::key_check::<()>()).map_err(|failure| explain(&failure))?;
    ensure!(begun, "er is nog niets om te bewaren: de omgeving is niet in gebruik");
    key_check::check_whole(&desk).map_err(|failure| explain(&failure))?;
    let without_key = without_key(&stores, &desk)?;
    let raw = stores.raw();
    let [inbox, cases, keys] = LABELS;
    let gemeente = desk.environment().gemeente();
    let header = |kind| header(kind, &desk, &gemeente);
    // a key that is missing now may still be in the backup that would be replaced
    let partly = if without_key.is_empty() { "" } else { "-onvolledig" };
    let (keys_name, content) = (format!("sleutels-{gemeente}{partly}.mrb"), header(Kind::Content)?);
    let stamp: String = content.made.to_string().chars().filter(|c| !":.".contains(*c)).collect();
    let content_name = format!("inhoud-{gemeente}-{stamp}.mrb");
    let keys_file = options.keys_to.join(keys_name);
    place::may_replace(&keys_file, &content.instance)?;
    let mut counts = place::write(&desk, &keys_file, header(Kind::Keys)?, &[(keys, &*raw.keys)])?;
    let both: [(&str, &dyn Store); 2] = [(inbox, &*raw.inbox), (cases, &*raw.cases)];
    let content_file = options.to.join(content_name);
    counts.extend(place::write(&desk, &content_file, content, &both)?);
    Ok(Made { content: content_file, keys: keys_file, counts, without_key })
}

/// A waiting report has no key of its own yet, so destroying it later would not end it in this backup. So all arrivals
/// are taken in first. Who is blocked is noted beside the keys, in an instance that is older than those notes too.
/// Reports that arrive after that are in the backup as waiting reports.
fn take_in(profiles: &Path, instance: &Instance) -> Result<()> {
    let (stores, desk) = instance.open(profiles)?;
    if stores.raw().cases.exists(cell::Kind::KeyCheck.name())? {
        let done = key_check::check(&desk).and_then(|()| case::take_in_or_wait(&desk));
        done.and_then(|()| account::note_closed(&desk)).map_err(|failure| explain(&failure))?;
    }
    Ok(())
}

fn header(kind: Kind, desk: &Desk, gemeente: &str) -> Result<Header> {
    let identity = key_check::identity(desk).map_err(|failure| explain(&failure))?;
    let ring = desk.ring.as_ref().map_err(|fault| explain(&(*fault).into()))?;
    let key = ring.first().map_err(|fault| explain(&fault.into()))?.id();
    Ok(Header::new(kind, gemeente, &identity, desk.now(), key.to_string()))
}

/// One folder for both could be stolen as a whole, and would keep old keys with old content.
fn apart(content: &Path, keys: &Path) -> Result<()> {
    std::fs::create_dir_all(content)?;
    std::fs::create_dir_all(keys)?;
    if content.canonicalize()? == keys.canonicalize()? {
        bail!("geef --naar en --sleutels-naar elk een eigen map: inhoud en sleutels worden apart bewaard");
    }
    Ok(())
}

/// The cases whose key is missing or cannot be read. They keep no other from its backup.
fn without_key(stores: &Stores, desk: &Desk) -> Result<Vec<String>> {
    let ended = restored::list(desk).or_else(|failure| failure.unless_damaged(Vec::new()));
    let ended = ended.map_err(|failure| explain(&failure))?;
    let ended: BTreeSet<String> = ended.into_iter().flat_map(|one| one.ended).map(|one| one.id.to_string()).collect();
    let names = stores.raw().cases.keys()?;
    let ids = names.iter().filter_map(|name| cell::Kind::Case.end_of(name)).filter(|id| !ended.contains(*id));
    let opens = |id: CaseId| matches!(desk.keys.get(&cell::case_key::<IgnoredAny>(&id)), Ok(Some(_)));
    let has_key = |id: &&str| CaseId::parse(id).is_ok_and(opens);
    Ok(ids.filter(|id| !has_key(id)).map(str::to_owned).collect())
}

#[cfg(test)]
pub mod tests;
