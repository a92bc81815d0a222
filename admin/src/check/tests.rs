//! Every stored value of a practice instance, damaged: named, and nothing else with it.
use super::*;
use crate::seed::tests::{profiles, seeded};

fn look(stores: &Stores) -> Vec<String> {
    inspect(stores, &stores.kit_now(profiles(), "hengelo")).unwrap().findings
}

#[test]
fn what_was_seeded_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, options) = seeded(folder.path());
    assert_eq!(look(&stores), Vec::<String>::new());
    let options = Instance { runtime_config: options.runtime_config, keys: options.keys, gemeente: "hengelo".into() };
    assert!(run(profiles(), &options).is_ok());
}

#[test]
fn another_instance_s_keys_are_refused_by_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let (_, options) = seeded(folder.path());
    let other = tempfile::tempdir().unwrap();
    let (_, stranger) = seeded(other.path());
    let options = Instance { runtime_config: options.runtime_config, keys: stranger.keys, gemeente: "hengelo".into() };
    let why = run(profiles(), &options).err().unwrap().to_string();
    assert!(why.contains("horen bij een andere sleutel"), "{why}");
}

#[test]
fn a_flipped_bit_in_any_value_is_named_and_touches_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let raw = stores.raw();
    let mut flips = 0;
    for store in [&raw.inbox, &raw.cases, &raw.keys] {
        for key in store.keys().unwrap() {
            let whole = store.get(&key).unwrap().unwrap();
            if whole.len() == 8 || key == "key-check" || key == "practice" || key.starts_with("arrival:") {
                continue;
            }
            for bit in [0, 13, 40, whole.len() * 4 + 3, whole.len() * 8 - 1] {
                let mut damaged = whole.clone();
                damaged[bit / 8] ^= 1 << (bit % 8);
                store.set(&key, &damaged).unwrap();
                let findings = look(&stores);
                let subject = key.split(':').next_back().unwrap();
                // a damaged status is found through its case, whose name is another
                let named = findings.iter().any(|finding| finding.contains(subject) || key.starts_with("status:"));
                assert!(named, "{key} bit {bit}: {findings:?}");
                // a chunk of lines is missed by every case in it
                assert!(findings.len() <= 2 || key.starts_with("rows:"), "{key} bit {bit}: {findings:?}");
                flips += 1;
            }
            store.set(&key, &whole).unwrap();
        }
    }
    assert!(flips > 100, "{flips}");
    assert_eq!(look(&stores), Vec::<String>::new());
}

#[test]
fn what_is_missing_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let raw = stores.raw();
    for (store, kind) in
        [(&raw.cases, "case:"), (&raw.keys, "case-key:"), (&raw.cases, "rows:"), (&raw.inbox, "status:")]
    {
        let key = store.keys().unwrap().into_iter().find(|key| key.starts_with(kind)).unwrap();
        let whole = store.get(&key).unwrap().unwrap();
        store.delete(&key).unwrap();
        assert!(!look(&stores).is_empty(), "{key}");
        store.set(&key, &whole).unwrap();
    }
    assert_eq!(look(&stores), Vec::<String>::new());
}
