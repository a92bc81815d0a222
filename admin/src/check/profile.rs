//! The profile and the lists that the instance uses: files that somebody edits by hand.
use crate::{profile::sentence, stores::Instance};
use anyhow::{Result, bail};
use kit::instance::{LAST_GOOD, faults};
use std::path::Path;

/// Prints what is wrong, with file and line; an error when something is.
pub fn look(profiles: &Path, instance: &Instance) -> Result<()> {
    let said = instance.gemeente.said(&instance.runtime_config);
    let gemeente = match said {
        Some(name) => name,
        None => match instance.moment(profiles) {
            Ok((_stores, desk)) => desk.environment().gemeente(),
            // nothing is stored yet, or what is wrong with it is said already
            Err(_) => return Ok(()),
        },
    };
    let wrong = faults(profiles, &gemeente);
    if wrong.is_empty() {
        println!("Het profiel van {gemeente} en de lijsten zijn te lezen.");
        return Ok(());
    }
    wrong.iter().for_each(|fault| println!("- {}", sentence(fault)));
    let kept = if profiles.join(LAST_GOOD).is_dir() {
        "tot dan gebruikt de dienst de laatste goede versie"
    } else {
        "tot dan toont de dienst alleen de noodnummers"
    };
    bail!("verbeter het profiel in {}; {kept}", profiles.display())
}
