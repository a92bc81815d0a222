//! One key at a time.

use super::{Limits, Promises};
use crate::{MAX_KEY_BYTES, MAX_VALUE_BYTES, Store, StoreError};

pub(super) fn round_trip(store: &dyn Store, _: &Promises) {
    assert_eq!(store.set("single:a", b"one"), Ok(()));
    assert_eq!(store.get("single:a"), Ok(Some(b"one".to_vec())));
    assert_eq!(store.exists("single:a"), Ok(true));
}

pub(super) fn absent(store: &dyn Store, _: &Promises) {
    assert_eq!(store.get("single:absent"), Ok(None));
    assert_eq!(store.exists("single:absent"), Ok(false));
}

pub(super) fn overwrites(store: &dyn Store, _: &Promises) {
    for value in [b"long value".as_slice(), b"", b"other"] {
        assert_eq!(store.set("single:over", value), Ok(()));
        assert_eq!(store.get("single:over"), Ok(Some(value.to_vec())));
    }
}

pub(super) fn delete(store: &dyn Store, _: &Promises) {
    assert_eq!(store.set("single:del", b"x"), Ok(()));
    for _ in 0..2 {
        assert_eq!(store.delete("single:del"), Ok(()));
        assert_eq!(store.get("single:del"), Ok(None));
    }
}

pub(super) fn keys(store: &dyn Store, _: &Promises) {
    for key in ["single:k1", "single:k2", "single:k1"] {
        assert_eq!(store.set(key, key.as_bytes()), Ok(()));
    }
    let listed = store.keys().expect("keys are listed");
    for key in ["single:k1", "single:k2"] {
        assert_eq!(listed.iter().filter(|other| *other == key).count(), 1, "{key}");
    }
}

pub(super) fn sizes(store: &dyn Store, _: &Promises) {
    for size in [0, 1, 4095, 4096, 4097, 65_536, MAX_VALUE_BYTES] {
        let value: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
        assert_eq!(store.set("single:size", &value), Ok(()), "{size} bytes");
        let stored = store.get("single:size").expect("a value is read");
        assert!(stored == Some(value), "{size} bytes came back otherwise");
    }
}

pub(super) fn limits(store: &dyn Store, promises: &Promises) {
    let [long_key, long_counter] = ["k", "c"].map(|letter| letter.repeat(MAX_KEY_BYTES + 1));
    let large = vec![0; MAX_VALUE_BYTES + 1];
    let tries = [
        store.set(&long_key, b""),
        store.set("", b""),
        store.set("single:large", &large),
        store.set_many(&[("single:beside".into(), vec![1]), ("single:large".into(), large.clone())]),
        store.increment(&long_counter, 1).map(|_| ()),
        store.swap("single:large", None, &large).map(|_| ()),
    ];
    for tried in tries {
        match promises.limits {
            Limits::Kept => assert!(matches!(tried, Err(StoreError::Malformed(_))), "{tried:?}"),
            Limits::None => assert_eq!(tried, Ok(())),
        }
    }
    assert_eq!(store.exists("single:beside"), Ok(promises.limits == Limits::None));
    let longest = "k".repeat(MAX_KEY_BYTES);
    assert_eq!(store.set(&longest, b""), Ok(()));
    assert_eq!(store.delete(&longest), Ok(()));
}

pub(super) fn odd_bytes(store: &dyn Store, _: &Promises) {
    for key in ["single:É", "single:%_'\"", "single: ", "single:a\u{0}b", "SINGLE:a"] {
        let value = [key.as_bytes(), &[0, 255, 254]].concat();
        assert_eq!(store.set(key, &value), Ok(()));
        assert_eq!(store.get(key), Ok(Some(value)), "{key:?}");
    }
    assert_eq!(store.get("single:a\u{0}"), Ok(None));
}
