//! Several keys in one call.

use super::{GetMany, Limits, Promises};
use crate::{MAX_VALUE_BYTES, Store};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("batch:{name}")).collect()
}

fn pairs(names: &[String]) -> Vec<(String, Vec<u8>)> {
    names.iter().map(|name| (name.clone(), name.clone().into_bytes())).collect()
}

pub(super) fn get_many(store: &dyn Store, promises: &Promises) {
    let there = pairs(&names(&["a", "b", "c"]));
    assert_eq!(store.set_many(&there), Ok(()));
    let found = store.get_many(&names(&["c", "missing", "a", "b", "a"]));
    match promises.get_many {
        GetMany::Answered => {
            let mut found = found.expect("values are read");
            found.sort();
            found.dedup();
            assert_eq!(found, there);
        }
        GetMany::Refused => {
            assert!(found.is_err());
            assert!(store.get_many(&names(&["a"])).is_err());
            assert!(store.get_many(&names(&["missing", "gone"])).is_err());
        }
    }
    assert_eq!(store.get_many(&[]), Ok(Vec::new()));
    assert_eq!(store.get_many(&names(&["missing"])), Ok(Vec::new()));
}

pub(super) fn set_many(store: &dyn Store, _: &Promises) {
    let all = pairs(&names(&["all1", "all2"]));
    assert_eq!(store.set_many(&[]), Ok(()));
    assert_eq!(store.set_many(&all), Ok(()));
    for (key, value) in all {
        assert_eq!(store.get(&key), Ok(Some(value)));
    }
}

pub(super) fn refused(store: &dyn Store, promises: &Promises) {
    let mut all = pairs(&names(&["half1", "half2"]));
    all.push(("batch:half3".into(), vec![0; MAX_VALUE_BYTES + 1]));
    match promises.limits {
        Limits::Kept => {
            assert!(store.set_many(&all).is_err());
            for (key, _) in &all {
                assert_eq!(store.get(key), Ok(None), "half a set_many is left");
            }
        }
        Limits::None => assert_eq!(store.set_many(&all), Ok(())),
    }
}

pub(super) fn delete_many(store: &dyn Store, _: &Promises) {
    let there = names(&["del1", "del2", "kept"]);
    assert_eq!(store.set_many(&pairs(&there)), Ok(()));
    assert_eq!(store.delete_many(&names(&["del1", "missing", "del2"])), Ok(()));
    assert_eq!(store.delete_many(&[]), Ok(()));
    let left: Vec<bool> = there.iter().map(|key| store.exists(key).expect("it is asked")).collect();
    assert_eq!(left, [false, false, true]);
}
