//! Stored values open only with the right keys.
use super::{super::keys, *};
use kit::{Fault, inbox::Inbox};

#[test]
fn a_case_without_its_key_is_closed_for_good_and_named() {
    for desk in kits() {
        let (gone, stays) = (send(&desk, 1).id, send(&desk, 2).id);
        take_in(&desk).unwrap();
        desk.keys.delete(&cell::case_key::<()>(&gone)).unwrap();
        assert_eq!(load(&desk, &gone).err(), Some(Failure::Unreadable("case key")));
        assert!(load(&desk, &stays).is_ok());
        assert_eq!(load(&desk, &id(3)).err(), Some(Failure::not_found()));
    }
}

#[test]
fn one_case_s_key_opens_no_other_case() {
    for desk in kits() {
        let (a, b) = (send(&desk, 1).id, send(&desk, 2).id);
        take_in(&desk).unwrap();
        let vault = keys::vault(&desk, &a).unwrap();
        assert_eq!(vault.get(&record(&b)).err(), Some(Failure::Unreadable("case")));
    }
}

/// Whether a word can be read in any value of a store.
fn shows(store: &dyn Store, word: &str) -> bool {
    let values = store.keys().unwrap().into_iter().filter_map(|key| store.get(&key).unwrap());
    values.into_iter().any(|raw| String::from_utf8_lossy(&raw).contains(word))
}

#[test]
fn nothing_typed_can_be_read_and_the_search_would_find_it() {
    let word = "kanarie-in-het-verhaal";
    let draft = Draft { story: format!("Verzonnen: {word}."), ..examples::draft() };
    for sealed in [true, false] {
        let [inbox, cases, keys] = [memory(), memory(), memory()];
        let mut desk = kit_over(inbox.clone(), cases.clone(), keys.clone());
        if !sealed {
            desk.inbox.reports = desk.inbox.reports.sealed(kit::store::seal::Seal::Plain);
        }
        let id = accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).unwrap().id;
        assert_eq!(shows(&*inbox, word), !sealed, "the search finds it when sealing is off");
        take_in(&desk).unwrap();
        assert!(load(&desk, &id).is_ok());
        assert!(!shows(&*cases, word) && !shows(&*keys, word));
    }
}

#[test]
fn the_keys_of_intake_open_no_report_and_no_case() {
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let review = kit_over(inbox.clone(), cases, keys);
    // as in spin.toml: the inbox and no secret; its type has no stores of cases and keys
    let intake = Inbox::new(inbox, testing::environment_at(tick, testing::variables(&[], &[])));
    let sent = accept(&intake, &secret(1), &examples::draft(), Channel::Form {}).unwrap();
    let stored = intake.reports.get(&StoredReport::cell(&sent.id));
    assert_eq!(stored.err(), Some(Failure::Keys(Fault::NoSecret)));
    // even so, the holder of the code sees the status through it
    assert!(intake.status(&status_key(&secret(1).code())).get().unwrap().is_some());
    assert_eq!(take_in(&review), Ok(Some(1)));
}

#[test]
fn keys_of_another_instance_are_refused_before_anything_is_read() {
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let desk = kit_over(inbox.clone(), cases.clone(), keys.clone());
    assert_eq!(crate::key_check::check(&desk), Ok(()), "an empty store takes the keys as its own");
    assert_eq!(crate::key_check::check_whole(&desk), Ok(()));
    let other = testing::desk(Stores { inbox, cases: cases.clone(), keys }, tick, &[6]);
    assert_eq!(crate::key_check::check(&other), Err(Failure::Keys(Fault::Unknown)));
    assert_eq!(desk.derive("a"), desk.derive("a"));
    assert_ne!(desk.derive("a"), desk.derive("b"));
    // with accounts in the store, a damaged record and another instance's keys give different failures
    let officer = examples::new_account(shared::access::Role::Officer).unwrap();
    crate::account::first(&desk, vec![officer]).unwrap();
    for damage in [true, false] {
        if damage {
            cases.set(cell::Kind::KeyCheck.name(), b"damaged").unwrap();
        } else {
            cases.delete(cell::Kind::KeyCheck.name()).unwrap();
        }
        assert_eq!(crate::key_check::check(&other), Err(Failure::Keys(Fault::Unknown)));
        assert_eq!(crate::key_check::check(&desk), Err(Failure::Unreadable("key check")));
    }
    // a record sealed by a version from before the first real use has a failure of its own
    let name = cell::Kind::KeyCheck.name();
    cases.set(name, &[2; 200]).unwrap();
    assert_eq!(crate::key_check::check(&desk), Err(Failure::Keys(Fault::Earlier)));
}
