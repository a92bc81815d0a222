//! Counters and compare-and-swap, one at a time.

use super::AbsentSwap;
use crate::{Store, StoreError, Swap};

pub(super) fn counter(store: &dyn Store, _: AbsentSwap) {
    for (delta, is) in [(1, 1), (1, 2), (-5, -3), (0, -3)] {
        assert_eq!(store.increment("swap:count", delta), Ok(is));
    }
    assert_eq!(store.get("swap:count"), Ok(Some((-3_i64).to_le_bytes().to_vec())));
    assert_eq!(store.set("swap:count", &i64::MAX.to_le_bytes()), Ok(()));
    assert!(matches!(store.increment("swap:count", 1), Err(StoreError::Malformed(_))));
    assert_eq!(store.increment("swap:count", -1), Ok(i64::MAX - 1));
}

pub(super) fn malformed_counter(store: &dyn Store, _: AbsentSwap) {
    for value in [b"".as_slice(), b"7 bytes", b"nine byte"] {
        assert_eq!(store.set("swap:wrong", value), Ok(()));
        let tried = store.increment("swap:wrong", 1);
        assert!(matches!(tried, Err(StoreError::Malformed(_))), "{tried:?}");
        assert_eq!(store.get("swap:wrong"), Ok(Some(value.to_vec())));
    }
    assert_eq!(store.increment("swap:after-wrong", 1), Ok(1));
}

pub(super) fn expected(store: &dyn Store, _: AbsentSwap) {
    assert_eq!(store.set("swap:key", b"old"), Ok(()));
    assert_eq!(store.swap("swap:key", Some(b"old"), b"new"), Ok(Swap::Swapped));
    assert_eq!(store.get("swap:key"), Ok(Some(b"new".to_vec())));
    assert_eq!(store.swap("swap:key", Some(b"new"), b"new"), Ok(Swap::Swapped));
}

pub(super) fn unexpected(store: &dyn Store, _: AbsentSwap) {
    assert_eq!(store.set("swap:other", b"there"), Ok(()));
    for expected in [b"old".as_slice(), b"", b"ther", b"there!"] {
        assert_eq!(store.swap("swap:other", Some(expected), b"new"), Ok(Swap::Lost));
    }
    assert_eq!(store.get("swap:other"), Ok(Some(b"there".to_vec())));
    assert_eq!(store.swap("swap:gone", Some(b"old"), b"new"), Ok(Swap::Lost));
    assert_eq!(store.get("swap:gone"), Ok(None));
}

pub(super) fn absent(store: &dyn Store, absent: AbsentSwap) {
    assert_eq!(store.swap("swap:created", None, b"first"), Ok(Swap::Swapped));
    assert_eq!(store.get("swap:created"), Ok(Some(b"first".to_vec())));
    let second = store.swap("swap:created", None, b"second");
    let (answer, stands) = match absent {
        AbsentSwap::Refused => (Swap::Lost, b"first".as_slice()),
        AbsentSwap::Overwrites => (Swap::Swapped, b"second".as_slice()),
    };
    assert_eq!(second, Ok(answer));
    assert_eq!(store.get("swap:created"), Ok(Some(stands.to_vec())));
}
