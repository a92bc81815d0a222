//! Several threads at once.

use std::thread::scope;

use super::AbsentSwap;
use crate::{Store, StoreError, Swap};

const THREADS: usize = 8;
const TIMES: usize = 25;

/// The results of `work` in each of the threads, by thread.
fn at_once<T: Send>(work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no thread panics")).collect()
    })
}

pub(super) fn increments(store: &dyn Store, _: AbsentSwap) {
    let numbers = at_once(|_| {
        let next = || store.increment("concurrent:count", 1).expect("it counts");
        (0..TIMES).map(|_| next()).collect::<Vec<_>>()
    });
    assert!(numbers.iter().all(|own| own.is_sorted()), "a later number is higher");
    let mut all = numbers.concat();
    all.sort_unstable();
    let dense: Vec<i64> = (1..=all.len() as i64).collect();
    assert_eq!(all, dense);
}

/// A total that many threads add to by swap: no addition is lost.
pub(super) fn swaps(store: &dyn Store, _: AbsentSwap) {
    let key = "concurrent:swap";
    assert_eq!(store.set(key, b"0"), Ok(()));
    let add = || -> Result<(), StoreError> {
        loop {
            let seen = store.get(key)?.unwrap_or_default();
            let total: u64 = String::from_utf8_lossy(&seen).parse().expect("a number");
            if store.swap(key, Some(&seen), (total + 1).to_string().as_bytes())? == Swap::Swapped {
                return Ok(());
            }
        }
    };
    at_once(|_| (0..TIMES).for_each(|_| assert_eq!(add(), Ok(()))));
    let total = (THREADS * TIMES).to_string().into_bytes();
    assert_eq!(store.get(key), Ok(Some(total)));
}

pub(super) fn creators(store: &dyn Store, absent: AbsentSwap) {
    let won = at_once(|thread| {
        let answer = store.swap("concurrent:created", None, &[thread as u8]);
        answer.expect("it answers") == Swap::Swapped
    });
    let winners: Vec<usize> = (0..THREADS).filter(|thread| won[*thread]).collect();
    let stands = store.get("concurrent:created").expect("it is read").expect("it is there");
    assert!(winners.contains(&usize::from(stands[0])));
    match absent {
        AbsentSwap::Refused => assert_eq!(winners.len(), 1),
        AbsentSwap::Overwrites => assert_eq!(winners.len(), THREADS),
    }
}

pub(super) fn reads_own_writes(store: &dyn Store, _: AbsentSwap) {
    at_once(|thread| {
        let key = format!("concurrent:own:{thread}");
        for time in 0..TIMES {
            let value = vec![time as u8; 3];
            assert_eq!(store.set(&key, &value), Ok(()));
            assert_eq!(store.get(&key), Ok(Some(value)));
        }
    });
}

pub(super) fn neighbours(store: &dyn Store, _: AbsentSwap) {
    assert_eq!(store.set("concurrent:wrong", b"not a counter"), Ok(()));
    at_once(|thread| {
        for time in 0..TIMES {
            if thread % 2 == 0 {
                let key = format!("concurrent:near:{thread}:{time}");
                assert_eq!(store.set(&key, b"kept"), Ok(()));
                assert_eq!(store.exists(&key), Ok(true));
            } else {
                assert!(store.increment("concurrent:wrong", 1).is_err());
                assert_eq!(store.swap("concurrent:wrong", Some(b"no"), b"x"), Ok(Swap::Lost));
            }
        }
    });
    assert_eq!(store.get("concurrent:wrong"), Ok(Some(b"not a counter".to_vec())));
}
