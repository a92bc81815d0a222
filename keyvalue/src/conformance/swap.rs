//! Counters and compare-and-swap, one at a time.

use super::{CounterEnd, CounterForm, CreatingSwap, Promises, SwapAnswer, WrongCounter};
use crate::{Store, Swap};

/// What a swap that wrote says.
fn wrote(promises: &Promises) -> Swap {
    match promises.swap_answer {
        SwapAnswer::True => Swap::Swapped,
        SwapAnswer::AlwaysLost => Swap::Lost,
    }
}

fn as_value(count: i64, promises: &Promises) -> Vec<u8> {
    match promises.counter_form {
        CounterForm::Bytes => count.to_le_bytes().to_vec(),
        CounterForm::Text => count.to_string().into_bytes(),
    }
}

pub(super) fn counter(store: &dyn Store, promises: &Promises) {
    for (delta, is) in [(1, 1), (1, 2), (-5, -3), (0, -3)] {
        assert_eq!(store.increment("swap:count", delta), Ok(is));
    }
    assert_eq!(store.get("swap:count"), Ok(Some(as_value(-3, promises))));
    assert_eq!(store.delete("swap:count"), Ok(()));
    assert_eq!(store.increment("swap:count", 0), Ok(0), "it starts again");
}

pub(super) fn counter_end(store: &dyn Store, promises: &Promises) {
    assert_eq!(store.increment("swap:end", i64::MAX), Ok(i64::MAX));
    let past = store.increment("swap:end", 1);
    match promises.counter_end {
        CounterEnd::Refused => {
            assert!(past.is_err(), "{past:?}");
            assert_eq!(store.increment("swap:end", -1), Ok(i64::MAX - 1));
        }
        CounterEnd::Wraps => assert_eq!(past, Ok(i64::MIN)),
    }
}

pub(super) fn wrong_counter(store: &dyn Store, promises: &Promises) {
    for value in [b"".as_slice(), b"7 bytes", b"nine byte"] {
        assert_eq!(store.set("swap:wrong", value), Ok(()));
        assert!(store.increment("swap:wrong", 1).is_err());
        match promises.wrong_counter {
            WrongCounter::Refused => assert_eq!(store.get("swap:wrong"), Ok(Some(value.to_vec()))),
            WrongCounter::EndsTheStore => {
                assert!(store.get("swap:wrong").is_err() && store.set("swap:other", b"").is_err());
                return;
            }
        }
    }
    assert_eq!(store.increment("swap:after-wrong", 1), Ok(1));
}

pub(super) fn expected(store: &dyn Store, promises: &Promises) {
    assert_eq!(store.set("swap:key", b"old"), Ok(()));
    assert_eq!(store.swap("swap:key", Some(b"old"), b"new"), Ok(wrote(promises)));
    assert_eq!(store.get("swap:key"), Ok(Some(b"new".to_vec())));
    assert_eq!(store.swap("swap:key", Some(b"new"), b"new"), Ok(wrote(promises)));
}

pub(super) fn unexpected(store: &dyn Store, _: &Promises) {
    assert_eq!(store.set("swap:other", b"there"), Ok(()));
    for expected in [b"old".as_slice(), b"", b"ther", b"there!"] {
        assert_eq!(store.swap("swap:other", Some(expected), b"new"), Ok(Swap::Lost));
    }
    assert_eq!(store.get("swap:other"), Ok(Some(b"there".to_vec())));
    assert_eq!(store.swap("swap:gone", Some(b"old"), b"new"), Ok(Swap::Lost));
    assert_eq!(store.get("swap:gone"), Ok(None));
}

pub(super) fn absent(store: &dyn Store, promises: &Promises) {
    assert_eq!(store.swap("swap:created", None, b"first"), Ok(wrote(promises)));
    assert_eq!(store.get("swap:created"), Ok(Some(b"first".to_vec())));
    let second = store.swap("swap:created", None, b"second");
    let (answer, stands) = match promises.creating_swap {
        CreatingSwap::OneWins => (Swap::Lost, b"first".as_slice()),
        CreatingSwap::Overwrites => (wrote(promises), b"second".as_slice()),
    };
    assert_eq!(second, Ok(answer));
    assert_eq!(store.get("swap:created"), Ok(Some(stands.to_vec())));
}
