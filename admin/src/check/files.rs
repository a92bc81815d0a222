//! The files, before anything in them is read.
use super::Found;
use crate::stores::{Files, LABELS};
use keyvalue::Damage;
use std::{collections::BTreeMap, path::Path};

/// The state of the files.
#[derive(Debug, PartialEq, Eq)]
pub enum State {
    /// No file at all: a new instance.
    Empty,
    /// The files; their errors are among the findings.
    There,
}

/// Looks at each file once, with all labels it is for.
pub fn look(files: &Files, found: &mut Found) -> State {
    if files.iter().all(|file| !file.exists()) {
        return State::Empty;
    }
    let mut labels: BTreeMap<&Path, Vec<&str>> = BTreeMap::new();
    for (file, label) in files.iter().zip(LABELS) {
        labels.entry(file.as_path()).or_default().push(label);
    }
    for (file, labels) in labels {
        let name = file.display();
        if file.is_file() {
            for damage in keyvalue::inspect(file, &labels) {
                sort(&name.to_string(), &damage, found);
            }
        } else {
            found.findings.push(format!("{name}: het bestand ontbreekt, terwijl de andere er zijn"));
        }
    }
    State::There
}

fn sort(name: &str, damage: &Damage, found: &mut Found) {
    match damage {
        Damage::Unreadable(why) => found.findings.push(format!("{name}: het bestand is niet te lezen ({why})")),
        Damage::Structure(why) => found.findings.push(format!("{name}: het bestand is beschadigd ({why})")),
        Damage::Tables(_) => found.findings.push(format!("{name}: de tabel van de opslag is beschadigd of ontbreekt")),
        Damage::Strangers(count) => {
            found.findings.push(format!("{name}: {count} waarden staan onder een andere naam dan die van deze opslag"));
        }
        Damage::Log => found.findings.push(format!(
            "{name}-wal: het logboek van de opslag is beschadigd; wat erna komt zou zonder bericht vervallen"
        )),
        Damage::LogEnd => found.remarks.push(format!(
            "{name}-wal: het einde van het logboek van de opslag is niet heel: de stroom viel weg bij een laatste \
             schrijfactie die niet bevestigd was, of het is beschadigd; kijk of de laatste meldingen er zijn"
        )),
    }
}
