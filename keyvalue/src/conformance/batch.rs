//! Several keys in one call.

use super::AbsentSwap;
use crate::{MAX_VALUE_BYTES, Store};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("batch:{name}")).collect()
}

fn pairs(names: &[String]) -> Vec<(String, Vec<u8>)> {
    names.iter().map(|name| (name.clone(), name.clone().into_bytes())).collect()
}

pub(super) fn get_many(store: &dyn Store, _: AbsentSwap) {
    let there = pairs(&names(&["a", "b", "c"]));
    assert_eq!(store.set_many(&there), Ok(()));
    let mut found = store.get_many(&names(&["c", "missing", "a", "b"])).expect("values are read");
    found.sort();
    assert_eq!(found, there);
    assert_eq!(store.get_many(&[]), Ok(Vec::new()));
    assert_eq!(store.get_many(&names(&["missing"])), Ok(Vec::new()));
}

pub(super) fn set_many(store: &dyn Store, _: AbsentSwap) {
    let mut all = pairs(&names(&["all1", "all2"]));
    assert_eq!(store.set_many(&[]), Ok(()));
    all.push(("batch:all3".into(), vec![0; MAX_VALUE_BYTES + 1]));
    assert!(store.set_many(&all).is_err());
    for (key, _) in &all {
        assert_eq!(store.get(key), Ok(None), "half a set_many is left");
    }
    all.pop();
    assert_eq!(store.set_many(&all), Ok(()));
    for (key, value) in all {
        assert_eq!(store.get(&key), Ok(Some(value)));
    }
}

pub(super) fn delete_many(store: &dyn Store, _: AbsentSwap) {
    let there = names(&["del1", "del2", "kept"]);
    assert_eq!(store.set_many(&pairs(&there)), Ok(()));
    assert_eq!(store.delete_many(&names(&["del1", "missing", "del2"])), Ok(()));
    assert_eq!(store.delete_many(&[]), Ok(()));
    let left = store.get_many(&there).expect("values are read");
    assert_eq!(left, pairs(&names(&["kept"])));
}
