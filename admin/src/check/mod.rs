//! `meldroute controle`: checks that the files are intact, the keys fit, every stored value can be read and is in its
//! place, and nothing is missing. It reads a snapshot of all three stores and changes nothing, so it can run beside the
//! service.
pub mod cases;
pub mod files;
mod inbox;
mod numbers;
mod profile;

use crate::{
    golive,
    stores::{Instance, Stores, explain},
};
use anyhow::{Result, bail};
use clap::Args;
use desk::{Desk, key_check, retention};
use kit::{Failure, clock, store::cell};
use std::path::{Path, PathBuf};

/// The instance, and whether it is about to be used.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    pub instance: Instance,
    /// Ook een fout zolang een punt van de livegang open staat
    #[arg(long)]
    pub livegang: bool,
    /// Wat mensen verklaren; anders `livegang.toml` naast het bestand met de opslag
    #[arg(long = "verklaringen", alias = "declared", value_name = "BESTAND")]
    pub declared: Option<PathBuf>,
}

/// Prints every finding and the go-live list; an error when there is a finding, and with `--livegang` an open point.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let found = whole(profiles, &options.instance)?;
    let clean = found.findings.is_empty();
    let findings = report(&found).and(profile::look(profiles, &options.instance));
    let points = points(profiles, options, clean);
    if options.livegang {
        let (points, file) = points?;
        return findings.and(golive::print(&points, &file));
    }
    if let Ok((points, _)) = points {
        println!("Livegang: {} van {} punten open; --livegang noemt ze.", golive::open(&points), points.len());
    }
    findings
}

/// The go-live list over what is stored now; a new instance has nothing to read yet.
fn points(profiles: &Path, options: &Options, clean: bool) -> Result<(Vec<golive::Point>, PathBuf)> {
    let beside = || options.instance.runtime_config.with_file_name("livegang.toml");
    let file = options.declared.clone().unwrap_or_else(beside);
    let (_stores, desk) = options.instance.moment(profiles)?;
    Ok((golive::list(&desk, clean, &file, clock::now().day())?, file))
}

fn report(found: &Found) -> Result<()> {
    println!("{} dossiers, {} wachtende meldingen, {} andere waarden", found.cases, found.waiting, found.others);
    for remark in &found.remarks {
        println!("  (let op) {remark}");
    }
    if found.findings.is_empty() {
        println!("Alles wat bewaard is, is te lezen en staat waar het hoort.");
        return Ok(());
    }
    for finding in &found.findings {
        println!("- {finding}");
    }
    bail!(
        "{} bevindingen; zet een reservekopie terug of vraag hulp, en verander niets met de hand",
        found.findings.len()
    )
}

/// What to do with a public key of an earlier version.
pub const WITHOUT_DEVICE: &str = "Browsers verzegelen meldingen nog niet zelf: in SPIN_VARIABLE_SEALING_PUBLIC staat \
    alleen de eerste helft. Zet daar de openbare sleutel zoals `meldroute sleutels toon` hem afdrukt.";

/// Files first: damage there is reported, and no conclusions are drawn from the values that can still be read.
pub fn whole(profiles: &Path, instance: &Instance) -> Result<Found> {
    let (files, keys) = (instance.files()?, instance.keys.read()?);
    let mut found = Found::default();
    if files::look(&files, &mut found) == files::State::Empty {
        crate::keys::ring(&keys)?;
        found.remarks.push(format!(
            "er is geen opslag bij {}: een nieuwe wordt gemaakt als de dienst begint. Is er al een omgeving? Wijs dan met --opslag haar runtime-config.toml aan",
            instance.runtime_config.display()
        ));
        return Ok(found);
    }
    if !found.findings.is_empty() {
        return Ok(found);
    }
    if kit::store::seal::KeyRing::parse(Some(&keys.public), None).is_ok_and(|ring| ring.device().is_none()) {
        found.remarks.push(WITHOUT_DEVICE.into());
    }
    let (stores, desk) = instance.moment(profiles)?;
    if is_unused(&stores, &desk)? {
        crate::keys::ring(&keys)?;
        found.remarks.push("er is nog niemand aangewezen: de omgeving is niet in gebruik".into());
    } else {
        key_check::check_whole(&desk).map_err(|failure| explain(&failure))?;
    }
    let read = inspect(&stores, &desk)?;
    Ok(Found { remarks: [found.remarks, read.remarks].concat(), ..read })
}

/// A store that nobody logged in to yet holds at most reports that wait.
fn is_unused(stores: &Stores, desk: &Desk) -> Result<bool> {
    let used = desk.cases.exists(&cell::key_check::<()>()).map_err(|failure| explain(&failure))?;
    let is_empty = stores.raw().cases.keys()?.is_empty() && stores.raw().keys.keys()?.is_empty();
    if !used && !is_empty {
        bail!("het merk van de sleutels ontbreekt in een opslag die in gebruik is; zet een reservekopie terug");
    }
    Ok(!used)
}

/// The findings and remarks of an inspection.
#[derive(Debug, Default)]
pub struct Found {
    /// Cases that open.
    pub cases: usize,
    /// Reports that wait in the inbox.
    pub waiting: usize,
    /// Everything else that opens.
    pub others: usize,
    /// The faults, each with the record it is about.
    pub findings: Vec<String>,
    /// Points that may be right, but that somebody should know of.
    pub remarks: Vec<String>,
}

/// Reads everything.
pub fn inspect(stores: &Stores, desk: &Desk) -> Result<Found> {
    let mut found = Found::default();
    // the register itself is named with the values when it cannot be read
    let destroyed = retention::destroyed(desk).ok();
    let seen = cases::look(stores, desk, destroyed.as_ref(), &mut found)?;
    let state = desk::case::taken_in(desk).ok();
    inbox::look(stores, desk, &seen, state.as_ref(), &mut found)?;
    numbers::look(desk, &seen, state.as_ref(), destroyed.as_ref(), &mut found)?;
    Ok(found)
}

impl Found {
    fn unreadable(&mut self, key: &str, failure: &Failure) {
        self.findings.push(if let Failure::Unreadable(what) = failure {
            format!("{key}: {what} is niet te lezen")
        } else {
            format!("{key}: is niet op te halen")
        });
    }

    /// A key that Meldroute does not write.
    fn unknown(&mut self, key: &str) {
        self.findings.push(format!("{key}: deze sleutel hoort niet in deze opslag"));
    }

    fn count<T>(&mut self, key: &str, read: Result<T, Failure>) {
        match read {
            Ok(_) => self.others += 1,
            Err(failure) => self.unreadable(key, &failure),
        }
    }
}

#[cfg(test)]
mod faults;
#[cfg(test)]
mod tests;
