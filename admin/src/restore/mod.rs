//! `meldroute terugzetten`: an instance in an empty folder, from content and keys. Everything is read and checked
//! before anything is written; the result appears in its place completely, or not at all.
//!
//! Content is put back with the newest keys there are: a case whose key is gone has ended, and stays so.
mod settle;
mod staging;

use crate::{
    anew::{self, TwoHands},
    backup::{self, Header, Kind, Record},
    check,
    keys::{self, KeyVariables},
    new,
    stores::{Files, LABELS, Stores},
};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use keyvalue::{Snapshot, Store};
use kit::{
    clock,
    store::seal::{InstanceKey, KeyRing},
};
use shared::moment::Moment;
use staging::{Staging, is_free};
use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The two files of a backup, and the folder to restore to.
#[derive(Args)]
pub struct Options {
    /// Het bestand met de inhoud
    #[arg(long = "inhoud", alias = "content", value_name = "BESTAND")]
    pub content: PathBuf,
    /// Het nieuwste bestand met sleutels, of de `keys.db` van de omgeving als die er nog is
    #[arg(long = "sleutelkopie", alias = "key-backup", value_name = "BESTAND")]
    pub key_backup: PathBuf,
    /// De map voor de opslag; hij is er nog niet, of is leeg
    #[arg(long = "naar", alias = "to", value_name = "MAP")]
    pub to: PathBuf,
    #[command(flatten)]
    pub keys: keys::File,
    #[command(flatten)]
    pub two_hands: TwoHands,
    /// De gemeente van deze omgeving; zonder is het die van de reservekopie
    #[arg(long, value_name = "NAAM", env = "SPIN_VARIABLE_GEMEENTE")]
    pub gemeente: Option<String>,
}

/// Restores, and says what is not there any more.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let done = restore(profiles, options)?;
    println!(
        "Teruggezet in {}: {} dossiers, {} wachtende meldingen, zoals het was op {}",
        options.to.display(),
        done.cases,
        done.waiting,
        done.made
    );
    for ended in &done.ended {
        let number = ended.number.map_or_else(|| "onbekend".to_owned(), |number| number.to_string());
        println!("  beëindigd: dossier {} (volgnummer {number}); zijn sleutel is er niet meer", ended.id);
    }
    if done.later > 0 {
        println!("  {} dossiers zijn van na deze reservekopie en zijn er niet bij", done.later);
    }
    if !done.guarded.is_empty() {
        let numbers: Vec<String> = done.guarded.iter().map(ToString::to_string).collect();
        println!("  uitsluiting, bewaarplicht of beperking van daarna staat er weer op: {}", numbers.join(", "));
    }
    anew::print(&done.recalled);
    let to = std::path::absolute(&options.to)?;
    new::settings(&to, &done.gemeente, None)?;
    if let Err(error) = new::own_profile(profiles, &to, &done.gemeente) {
        println!("Zet het profiel zelf terug in {}: {error:#}", to.join(new::PROFILES).display());
    }
    println!("Start de dienst, in de map met spin.toml:\n\n{}", new::start(&to, options.keys.place(), None));
    if done.findings.is_empty() {
        return Ok(());
    }
    done.findings.iter().for_each(|finding| println!("- {finding}"));
    bail!("teruggezet, met {} bevindingen", done.findings.len())
}

/// The result of a restore.
pub struct Done {
    /// Cases that open.
    pub cases: usize,
    /// Reports that wait.
    pub waiting: usize,
    /// Whose it is.
    pub gemeente: String,
    /// When the backup was made.
    pub made: Moment,
    /// Cases whose key is gone.
    pub ended: Vec<desk::case::restored::Ended>,
    /// Keys of cases that came after the backup.
    pub later: usize,
    /// Cases that were guarded after the backup, and are again.
    pub guarded: Vec<shared::id::CaseNumber>,
    /// What became of the accounts.
    pub recalled: desk::account::Recalled,
    /// The findings of `meldroute controle` on the result.
    pub findings: Vec<String>,
}

/// Makes the instance.
pub fn restore(profiles: &Path, options: &Options) -> Result<Done> {
    ensure!(is_free(&options.to)?, "{} is niet leeg; er wordt nooit iets overschreven", options.to.display());
    let variables = options.keys.read()?;
    let ring = Arc::new(keys::ring(&variables)?);
    ring.first().map_err(|fault| anyhow::anyhow!(fault.sentence()))?;
    // the first time only to see that all of it opens
    let content = content(options, &ring, |_record| Ok(()))?;
    let keys_made = key_records(options, &ring, &content, |_record| Ok(()))?;
    let staging = Staging::beside(&options.to)?;
    let done = fill(profiles, options, &ring, variables, &staging.files(), &content, keys_made)?;
    staging.publish(&options.to)?;
    Ok(done)
}

fn content(options: &Options, ring: &Arc<KeyRing>, each: impl FnMut(Record) -> Result<()>) -> Result<Header> {
    let (header, _) = backup::read(&options.content, ring, each)?;
    ensure!(header.kind == Kind::Content, "{} bevat geen inhoud", options.content.display());
    let another = options.gemeente.as_ref().filter(|named| **named != header.gemeente);
    if let Some(named) = another {
        bail!("deze reservekopie is van {}, niet van {named}: laat --gemeente weg", header.gemeente);
    }
    Ok(header)
}

/// The keys, from a backup or from a store; answers of which moment they are.
fn key_records(
    options: &Options,
    ring: &Arc<KeyRing>,
    content: &Header,
    mut each: impl FnMut(Record) -> Result<()>,
) -> Result<Moment> {
    let path = &options.key_backup;
    if is_store(path)? {
        let [_, _, label] = LABELS;
        let stores = Snapshot::of(&[(path.clone(), label)])?;
        for store in &stores {
            for key in store.keys()? {
                let value = store.get(&key)?.context("een sleutel verdween")?;
                each(Record { label, key, value })?;
            }
        }
        return Ok(clock::now());
    }
    let (header, _) = backup::read(path, ring, each)?;
    ensure!(header.kind == Kind::Keys, "{} bevat geen sleutels", path.display());
    ensure!(header.instance == content.instance, "inhoud en sleutels zijn niet van dezelfde omgeving");
    Ok(header.made)
}

fn is_store(path: &Path) -> Result<bool> {
    use std::io::Read;
    let mut begin = Vec::new();
    let file = File::open(path).with_context(|| format!("{} is niet te lezen", path.display()))?;
    file.take(16).read_to_end(&mut begin)?;
    Ok(begin == b"SQLite format 3\0")
}

fn fill(
    profiles: &Path,
    options: &Options,
    ring: &Arc<KeyRing>,
    variables: KeyVariables,
    files: &Files,
    header: &Header,
    keys_made: Moment,
) -> Result<Done> {
    // a backup from before a leak holds values that only the key of then opens: they are sealed again below
    let stores = Stores::at(files, variables.trusting())?;
    let mut into = Pairs { stores: stores.raw().clone(), waiting: Vec::new(), label: "" };
    content(options, ring, |record| into.add(record))?;
    key_records(options, ring, header, |record| into.add(record))?;
    into.put()?;
    let desk = stores.kit_now(profiles, &header.gemeente);
    let settled = settle::settle(&stores, &desk, (header.made, keys_made), &options.two_hands)?;
    if ring.secrets().iter().any(InstanceKey::is_demoted) {
        keys::rotate::seal_again(&stores, &desk)?;
    }
    let stores = Stores::at(files, variables)?;
    let found = check::inspect(&stores, &stores.kit_now(profiles, &header.gemeente))?;
    let (cases, waiting, made) = (found.cases, found.waiting, header.made);
    let (gemeente, settle::Settled { ended, later, guarded, recalled }) = (header.gemeente.clone(), settled);
    Ok(Done { cases, waiting, gemeente, made, ended, later, guarded, recalled, findings: found.findings })
}

/// Values on their way into the stores, many in one step.
struct Pairs {
    stores: desk::Stores,
    label: &'static str,
    waiting: Vec<(String, Vec<u8>)>,
}

impl Pairs {
    fn add(&mut self, record: Record) -> Result<()> {
        if self.label != record.label || self.waiting.len() >= 200 {
            self.put()?;
        }
        self.label = record.label;
        self.waiting.push((record.key, record.value));
        Ok(())
    }

    fn put(&mut self) -> Result<()> {
        let [inbox, cases, _] = LABELS;
        let store = match self.label {
            label if label == inbox => &self.stores.inbox,
            label if label == cases => &self.stores.cases,
            _keys => &self.stores.keys,
        };
        store.set_many(&std::mem::take(&mut self.waiting))?;
        Ok(())
    }
}

#[cfg(test)]
mod access;
#[cfg(test)]
mod tests;
