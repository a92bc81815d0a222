//! New keys for an instance that is in use: first a new key before the old one (the service is started with both), then
//! everything that is stored is sealed anew, through compare-and-swap, until a pass finds nothing old.
use crate::stores::{Instance, Stores, explain};
use anyhow::{Result, bail, ensure};
use kit::{Kit, Vault};
use std::path::Path;

/// More passes than this mean that something writes with an old key: the service was not started with the new one.
const PASSES: usize = 10;

/// Seals anew what an older key sealed; answers how many records.
pub fn reseal(profiles: &Path, instance: &Instance) -> Result<usize> {
    let (stores, kit) = instance.open(profiles)?;
    kit::gate::check_whole(&kit).map_err(|failure| explain(&failure))?;
    let mut all = 0;
    for _pass in 0..PASSES {
        let changed = pass(&stores, &kit)?;
        all += changed;
        if changed == 0 {
            return Ok(all);
        }
    }
    bail!("er komt steeds werk met een oude sleutel bij: start de dienst eerst met het nieuwe sleutelbestand")
}

fn pass(stores: &Stores, kit: &Kit) -> Result<usize> {
    let raw = stores.raw();
    let (mut changed, mut closed) = (0, Vec::new());
    let mut one = |vault: &Vault, key: &str| match vault.reseal(key) {
        Ok(done) => changed += usize::from(done),
        Err(failure) => closed.push(format!("{key}: {}", failure.problem().detail)),
    };
    for key in raw.keys.keys()? {
        one(&kit.keys, &key);
    }
    // a case is sealed with its own key, which was sealed anew just now; counters are not sealed
    for key in raw.cases.keys()?.iter().filter(|key| !key.starts_with("case:") && !is_counter(key)) {
        one(&kit.cases, key);
    }
    for key in raw.inbox.keys()?.iter().filter(|key| key.starts_with("report:")) {
        one(&kit.reports, key);
    }
    ensure!(closed.is_empty(), "deze waarden gaan met geen van de sleutels open; zie `meldroute check`: {closed:?}");
    Ok(changed)
}

/// Whether a key of the store `cases` holds a counter.
pub fn is_counter(key: &str) -> bool {
    key == kit::key::NUMBERS || key.ends_with("-numbers")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        keys::{Task, run},
        seed::tests::{profiles, seeded},
    };
    use kit::cases::open_rows;

    fn instance(seeded: &crate::seed::Options) -> Instance {
        let (runtime_config, keys) = (seeded.runtime_config.clone(), seeded.keys.clone());
        Instance { runtime_config, keys, gemeente: "hengelo".into() }
    }

    #[test]
    fn after_new_keys_nothing_is_sealed_with_the_old_one_and_all_of_it_opens() {
        let folder = tempfile::tempdir().unwrap();
        let (stores, options) = seeded(folder.path());
        let before = open_rows(&stores.kit_now(profiles(), "hengelo")).unwrap();
        let old = options.keys.read().unwrap();
        run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
        let new = options.keys.read().unwrap();
        assert_ne!(new.public, old.public);
        assert!(new.secrets.ends_with(&old.secrets));
        let again = || reseal(profiles(), &instance(&options)).unwrap();
        assert!(again() > stores.raw().keys.keys().unwrap().len(), "keys of cases, accounts, lists");
        assert_eq!(again(), 0, "a second pass finds nothing old");
        // with the new key alone
        let alone = new.secrets.split_whitespace().next().unwrap().to_owned();
        let keys = crate::keys::KeyVariables { public: new.public.clone(), secrets: alone };
        let stores = Stores::open(&options.runtime_config, keys).unwrap();
        let kit = stores.kit_now(profiles(), "hengelo");
        assert_eq!(open_rows(&kit).unwrap(), before);
        assert_eq!(crate::check::inspect(&stores, &kit).unwrap().findings, Vec::<String>::new());
        // the old key opens nothing any more
        let stores = Stores::open(&options.runtime_config, old).unwrap();
        assert!(open_rows(&stores.kit_now(profiles(), "hengelo")).is_err());
    }

    #[test]
    fn sealing_anew_that_stops_anywhere_goes_on_where_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (_, options) = seeded(folder.path());
        run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
        let stores = Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap();
        let kit = stores.kit_now(profiles(), "hengelo");
        // every other record only, as after a stop
        for key in stores.raw().keys.keys().unwrap().iter().step_by(2) {
            assert!(kit.keys.reseal(key).unwrap());
            assert!(!kit.keys.reseal(key).unwrap());
        }
        assert_eq!(crate::check::inspect(&stores, &kit).unwrap().findings, Vec::<String>::new());
        assert!(reseal(profiles(), &instance(&options)).unwrap() > 0);
        assert_eq!(crate::check::inspect(&stores, &kit).unwrap().findings, Vec::<String>::new());
    }
}
