//! After a change of keys the new key opens everything, and the old key opens nothing.
use super::*;
use crate::{
    keys::{Task, run},
    seed::tests::{profiles, seeded},
};
use desk::case::open_rows;
use keyvalue::Store;
use kit::store::cell::Keys;

const SEEN: Reason = Reason::Compromised { under_way: Duration::ZERO };

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
    let again = || reseal(profiles(), &instance(&options), Reason::Planned).unwrap();
    assert!(again() > stores.raw().keys.keys().unwrap().len(), "keys of cases, accounts, lists");
    assert_eq!(again(), 0, "a second pass finds nothing old");
    // with the new key alone
    let alone = new.secrets.split_whitespace().next().unwrap().to_owned();
    let keys = crate::keys::KeyVariables { public: new.public.clone(), secrets: alone };
    let stores = Stores::open(&options.runtime_config, keys).unwrap();
    let desk = stores.kit_now(profiles(), "hengelo");
    assert_eq!(open_rows(&desk).unwrap(), before);
    assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    // the old key opens nothing any more
    let stores = Stores::open(&options.runtime_config, old).unwrap();
    assert!(open_rows(&stores.kit_now(profiles(), "hengelo")).is_err());
}

#[test]
fn resealing_that_stops_anywhere_resumes() {
    let folder = tempfile::tempdir().unwrap();
    let (_, options) = seeded(folder.path());
    run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
    let stores = Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap();
    let desk = stores.kit_now(profiles(), "hengelo");
    // every other record only, as after a stop
    for key in stores.raw().keys.keys().unwrap().iter().step_by(2) {
        assert!(desk.keys.reseal(&Cell::<Keys, ()>::named(key).unwrap()).unwrap());
        assert!(!desk.keys.reseal(&Cell::<Keys, ()>::named(key).unwrap()).unwrap());
    }
    assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    assert!(reseal(profiles(), &instance(&options), Reason::Planned).unwrap() > 0);
    assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
}

#[test]
fn after_a_compromise_the_keys_that_were_seen_open_no_case_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, options) = seeded(folder.path());
    let desk = stores.kit_now(profiles(), "hengelo");
    let rows = open_rows(&desk).unwrap();
    let stolen = keyvalue::Memory::default();
    for key in stores.raw().keys.keys().unwrap() {
        stolen.set(&key, &stores.raw().keys.get(&key).unwrap().unwrap()).unwrap();
    }
    let old = options.keys.read().unwrap();
    run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
    let again = || reseal(profiles(), &instance(&options), SEEN).unwrap();
    assert!(again() > rows.len());
    assert_eq!(again(), 0, "a second pass finds nothing old");
    let new = options.keys.read().unwrap();
    let stores = Stores::open(&options.runtime_config, new.clone()).unwrap();
    let desk = stores.kit_now(profiles(), "hengelo");
    assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    // the thief has the old secret and a copy of the keys, gets today's cases, and here has the new secret too
    let variables = std::sync::Arc::new(move |name: &str| match name {
        "gemeente" => Some("hengelo".to_owned()),
        "sealing_public" => Some(new.public.clone()),
        "sealing_secrets" => Some(new.secrets.clone()),
        _ => None,
    });
    let theirs = desk::Stores { keys: std::sync::Arc::new(stolen), ..stores.raw().clone() };
    let thief = Desk::new(
        theirs,
        kit::instance::Environment {
            now: kit::clock::now,
            profiles: profiles().to_owned(),
            variables,
            overlay: Default::default(),
        },
    );
    for row in &rows {
        assert!(case::load(&desk, &row.id).is_ok());
        assert_eq!(case::load(&thief, &row.id).err(), Some(kit::Failure::Unreadable("case")));
    }
    let stores = Stores::open(&options.runtime_config, old).unwrap();
    assert!(open_rows(&stores.kit_now(profiles(), "hengelo")).is_err());
}

#[test]
fn new_keys_for_all_cases_while_thirty_two_write_and_take_in() {
    use kit::{
        clock,
        inbox::{arrival::accept, secret::Secret},
    };
    use shared::{contract::examples, report::Channel};
    let folder = tempfile::tempdir().unwrap();
    let (_, options) = seeded(folder.path());
    run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
    let stores = Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap();
    let desk = stores.desk(profiles(), "hengelo", true, clock::now);
    let sent = std::thread::scope(|scope| {
        let desk = &desk;
        let send = move |sender: usize| {
            let mut sent = Vec::new();
            for _report in 0..30 {
                let secret = Secret::from_bytes(clock::random().unwrap());
                sent.push(accept(&desk.inbox, &secret, &examples::draft(), Channel::Form {}).unwrap().id);
                if sender.is_multiple_of(8) {
                    case::take_in(desk).unwrap();
                }
            }
            sent
        };
        let senders: Vec<_> = (0..32).map(|sender| scope.spawn(move || send(sender))).collect();
        reseal(profiles(), &instance(&options), SEEN).unwrap();
        senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect::<Vec<CaseId>>()
    });
    while case::take_in(&desk).unwrap() != Some(0) {}
    assert!(!sent.is_empty() && sent.iter().all(|id| case::load(&desk, id).is_ok()));
    assert_eq!(reseal(profiles(), &instance(&options), SEEN).unwrap(), 0);
    assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
}
