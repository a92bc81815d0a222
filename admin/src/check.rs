//! `meldroute check`: whether the keys fit, and whether everything that is stored can be read and is where it belongs.
use crate::{
    keys,
    stores::{Instance, Stores, explain},
};
use anyhow::{Result, bail};
use kit::{Failure, Kit, cases, gate};
use serde::de::IgnoredAny;
use shared::{case::Row, id::CaseId};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Prints every finding; an error when there is one.
pub fn run(profiles: &Path, instance: &Instance) -> Result<()> {
    let (stores, kit) = instance.open(profiles)?;
    gate::check_whole(&kit).map_err(|failure| explain(&failure))?;
    let found = inspect(&stores, &kit)?;
    println!("{} dossiers, {} wachtende meldingen, {} andere waarden", found.cases, found.waiting, found.others);
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

/// What an inspection found.
#[derive(Default)]
pub struct Found {
    /// Cases that open.
    pub cases: usize,
    /// Reports that wait in the inbox.
    pub waiting: usize,
    /// Everything else that opens.
    pub others: usize,
    /// What is wrong, each with the record it is about.
    pub findings: Vec<String>,
}

/// Reads everything.
pub fn inspect(stores: &Stores, kit: &Kit) -> Result<Found> {
    let mut found = Found::default();
    let raw = stores.raw();
    let keys: BTreeSet<String> = raw.keys.keys()?.into_iter().collect();
    let mut rows = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for key in raw.cases.keys()? {
        if let Some(id) = key.strip_prefix("case:") {
            ids.insert(id.to_owned());
        } else if key.starts_with("rows:") {
            match kit.cases.get::<Vec<Row>>(&key) {
                Ok(lines) => rows.extend(lines.into_iter().flatten().map(|row| (row.id.as_str().to_owned(), row))),
                Err(failure) => found.unreadable(&key, &failure),
            }
        } else if keys::rotate::is_counter(&key) {
            found.count(&key, kit.cases.last_number(&key));
        } else {
            found.count(&key, kit.cases.get::<IgnoredAny>(&key));
        }
    }
    for id in &ids {
        case(kit, id, &rows, &mut found);
    }
    for (id, row) in rows.iter().filter(|(id, _)| !ids.contains(*id)) {
        found.findings.push(format!("dossier {id} (nummer {}) staat in de lijst en is er niet", row.number));
    }
    for id in keys.iter().filter_map(|key| key.strip_prefix("case-key:")).filter(|id| !ids.contains(*id)) {
        found.findings.push(format!("er is een sleutel van dossier {id}, maar dat dossier is er niet"));
    }
    inbox(stores, kit, &mut found)?;
    let last = kit.cases.last_number(kit::key::NUMBERS).map_or(0, |n| usize::try_from(n).unwrap_or(0));
    if ids.len() > last {
        found.findings.push(format!("er zijn {} dossiers en maar {last} nummers uitgegeven", ids.len()));
    }
    Ok(found)
}

impl Found {
    fn unreadable(&mut self, key: &str, failure: &Failure) {
        self.findings.push(if let Failure::Unreadable(what) = failure {
            format!("{key}: {what} is niet te lezen")
        } else {
            format!("{key}: {} is niet op te halen", kit::seal::kind_of(key))
        });
    }

    fn count<T>(&mut self, key: &str, read: Result<T, Failure>) {
        match read {
            Ok(_) => self.others += 1,
            Err(failure) => self.unreadable(key, &failure),
        }
    }
}

/// A case: that it opens, that its line is the one it should have, and that the melder's status opens.
fn case(kit: &Kit, id: &str, rows: &BTreeMap<String, Row>, found: &mut Found) {
    let key = format!("case:{id}");
    let Ok(parsed) = CaseId::parse(id) else {
        found.findings.push(format!("{key}: dit is geen naam van een dossier"));
        return;
    };
    let case = match cases::load(kit, &parsed) {
        Ok(loaded) => loaded.value,
        Err(failure) => return found.unreadable(&key, &failure),
    };
    found.cases += 1;
    if rows.get(id) != Some(&Row::of(&case)) {
        found
            .findings
            .push(format!("{key}: de regel in de lijst ontbreekt of klopt niet; `meldroute reindex` maakt hem"));
    }
    match kit.status(case.status_key()).get() {
        Ok(Some(_)) => {}
        Ok(None) => found.findings.push(format!("{key}: wat de melder met de code ziet, ontbreekt")),
        Err(failure) => found.unreadable(&key, &failure),
    }
}

fn inbox(stores: &Stores, kit: &Kit, found: &mut Found) -> Result<()> {
    for key in stores.raw().inbox.keys()? {
        if key.starts_with("report:") {
            match kit.reports.get::<kit::arrival::StoredReport>(&key) {
                Ok(_) => found.waiting += 1,
                Err(failure) => found.unreadable(&key, &failure),
            }
        } else if key == kit::key::ARRIVALS {
            found.count(&key, kit.inbox.last_number(&key));
        } else if key.starts_with("status:") {
            // sealed to a code: opened through its case; here only that it has the form of a sealed value
            let sealed = stores.raw().inbox.get(&key)?.and_then(|raw| kit::seal::key_id(&raw)).is_some();
            found.count(&key, sealed.then_some(()).ok_or(Failure::Unreadable("status")));
        } else {
            found.count(&key, kit.inbox.get::<IgnoredAny>(&key));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
