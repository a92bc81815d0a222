//! Which gemeente an instance is of. The instance itself says so: its settings beside the stores, and what is stored,
//! which opens for its own gemeente only.
use crate::stores::{Stores, explain};
use anyhow::{Result, anyhow, bail};
use clap::Args;
use desk::key_check;
use std::path::Path;

/// The file with the settings of an instance, beside its stores.
pub const SETTINGS: &str = "omgeving.env";
const VARIABLE: &str = "SPIN_VARIABLE_GEMEENTE";

/// The gemeente as somebody names it, or else as the instance does.
#[derive(Args, Clone, Debug)]
pub struct Gemeente {
    /// De gemeente van deze omgeving; staat ze in omgeving.env naast de opslag, dan is dit niet nodig
    #[arg(long = "gemeente", value_name = "NAAM", env = VARIABLE)]
    named: Option<String>,
}

impl From<&str> for Gemeente {
    fn from(name: &str) -> Self {
        Self { named: Some(name.to_owned()) }
    }
}

impl Gemeente {
    /// Leaves it to the instance.
    #[cfg(test)]
    pub fn of_the_instance() -> Self {
        Self { named: None }
    }

    /// The name that was given, or the one in the settings beside this file.
    pub fn said(&self, beside: &Path) -> Option<String> {
        let named = self.named.clone().filter(|name| !name.is_empty());
        named.or_else(|| in_settings(&beside.with_file_name(SETTINGS)))
    }

    /// The gemeente whose data these are.
    ///
    /// # Errors
    /// When the name that was given is another one than that of the data, or nothing says which it is.
    pub fn find(&self, beside: &Path, profiles: &Path, stores: &Stores) -> Result<String> {
        let opens = |name: &str| {
            let desk = stores.kit_now(profiles, name);
            key_check::opens(&desk).map_err(|failure| explain(&failure))
        };
        let others = || known(profiles).into_iter();
        let Some(said) = self.said(beside) else {
            for name in others() {
                match opens(&name)? {
                    Some(true) => return Ok(name),
                    Some(false) => {}
                    None => bail!("van welke gemeente is deze omgeving? Zeg het met --gemeente NAAM"),
                }
            }
            return Err(anyhow!(kit::Fault::Unknown.sentence()));
        };
        if opens(&said)? == Some(false) {
            for name in others().filter(|name| *name != said) {
                if opens(&name)? == Some(true) {
                    bail!(
                        "deze gegevens zijn van {name}, niet van {said}: zeg --gemeente {name}, of wijs de opslag van {said} aan"
                    );
                }
            }
        }
        Ok(said)
    }
}

/// The gemeente in a file of settings.
fn in_settings(file: &Path) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let value = text.lines().find_map(|line| line.trim().strip_prefix(VARIABLE)?.strip_prefix('='))?;
    Some(value.trim_matches('"').to_owned()).filter(|name| !name.is_empty())
}

/// The gemeenten that have a profile.
pub fn known(profiles: &Path) -> Vec<String> {
    let files = std::fs::read_dir(profiles).into_iter().flatten().flatten().map(|entry| entry.path());
    let named = files.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
    let mut names: Vec<String> =
        named.filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned())).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        seed::tests::{profiles, seeded},
        stores::Instance,
    };

    /// The administrator of Borne forgot to say so, or said the wrong one.
    #[test]
    fn the_instance_says_whose_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (_stores, seed) = seeded(folder.path());
        let instance =
            |gemeente| Instance { runtime_config: seed.runtime_config.clone(), keys: seed.keys.clone(), gemeente };
        let opened = |gemeente| instance(gemeente).open(profiles()).map(|(_, desk)| desk.environment().gemeente());
        assert_eq!(opened(Gemeente::of_the_instance()).unwrap(), "hengelo", "found from the data");
        let error = opened("borne".into()).err().unwrap().to_string();
        assert!(error.contains("zijn van hengelo, niet van borne"), "{error}");
        let settings = seed.runtime_config.with_file_name(SETTINGS);
        std::fs::write(&settings, "SPIN_VARIABLE_WORK_TOKEN=x\nSPIN_VARIABLE_GEMEENTE=\"wierden\"\n").unwrap();
        let error = opened(Gemeente::of_the_instance()).err().unwrap().to_string();
        assert!(error.contains("van hengelo, niet van wierden"), "{error}");
        std::fs::write(&settings, "SPIN_VARIABLE_GEMEENTE=hengelo\n").unwrap();
        assert_eq!(opened(Gemeente::of_the_instance()).unwrap(), "hengelo");
        assert_eq!(opened("hengelo".into()).unwrap(), "hengelo");
    }

    #[test]
    fn a_store_without_anything_in_it_has_to_be_named() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join(crate::stores::CONFIG);
        std::fs::write(&place, crate::stores::config()).unwrap();
        let keys = crate::keys::File::at(folder.path().join("sleutels.env"));
        crate::keys::make(&keys).unwrap();
        let instance = |gemeente| Instance { runtime_config: place.clone(), keys: keys.clone(), gemeente };
        let error = instance(Gemeente::of_the_instance()).open(profiles()).err().unwrap().to_string();
        assert!(error.contains("--gemeente"), "{error}");
        assert!(instance("borne".into()).open(profiles()).is_ok());
    }
}
