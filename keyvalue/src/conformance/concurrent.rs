//! Several threads at once.

use std::thread::scope;

use super::{CreatingSwap, Promises, SwapAnswer, WrongCounter};
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

pub(super) fn increments(store: &dyn Store, _: &Promises) {
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

/// A total that many threads add to by swap: no addition is lost. The values differ from all others, so that a thread
/// sees its own by reading. Where a swap always says that it lost, one that was overwritten since is done twice.
pub(super) fn swaps(store: &dyn Store, promises: &Promises) {
    let key = "concurrent:swap";
    assert_eq!(store.set(key, b"0"), Ok(()));
    let add = |by: String| -> Result<(), StoreError> {
        loop {
            let seen = store.get(key)?.unwrap_or_default();
            let text = String::from_utf8_lossy(&seen);
            let total: u64 = text.split(' ').next().and_then(|total| total.parse().ok()).expect("a number");
            let new = format!("{} {by}", total + 1).into_bytes();
            match store.swap(key, Some(&seen), &new)? {
                Swap::Swapped => return Ok(()),
                Swap::Lost if store.get(key)?.is_some_and(|stands| stands == new) => return Ok(()),
                Swap::Lost => {}
            }
        }
    };
    at_once(|thread| (0..TIMES).for_each(|time| assert_eq!(add(format!("{thread} {time}")), Ok(()))));
    let stands = String::from_utf8(store.get(key).expect("it is read").expect("it is there")).expect("text");
    let total: usize = stands.split(' ').next().and_then(|total| total.parse().ok()).expect("a number");
    match promises.swap_answer {
        SwapAnswer::True => assert_eq!(total, THREADS * TIMES),
        SwapAnswer::AlwaysLost => assert!(total >= THREADS * TIMES, "{total}"),
    }
}

pub(super) fn creators(store: &dyn Store, promises: &Promises) {
    let answers = at_once(|thread| store.swap("concurrent:created", None, &[thread as u8]).expect("it answers"));
    let winners: Vec<usize> = (0..THREADS).filter(|thread| answers[*thread] == Swap::Swapped).collect();
    let stands = store.get("concurrent:created").expect("it is read").expect("it is there");
    let told = match (promises.swap_answer, promises.creating_swap) {
        (SwapAnswer::AlwaysLost, _) => 0,
        (SwapAnswer::True, CreatingSwap::OneWins) => 1,
        (SwapAnswer::True, CreatingSwap::Overwrites) => THREADS,
    };
    assert_eq!(winners.len(), told);
    assert!(told == 0 || winners.contains(&usize::from(stands[0])));
}

pub(super) fn reads_own_writes(store: &dyn Store, _: &Promises) {
    at_once(|thread| {
        let key = format!("concurrent:own:{thread}");
        for time in 0..TIMES {
            let value = vec![time as u8; 3];
            assert_eq!(store.set(&key, &value), Ok(()));
            assert_eq!(store.get(&key), Ok(Some(value)));
        }
    });
}

pub(super) fn neighbours(store: &dyn Store, promises: &Promises) {
    assert_eq!(store.set("concurrent:wrong", b"not a counter"), Ok(()));
    at_once(|thread| {
        for time in 0..TIMES {
            if thread % 2 == 0 {
                let key = format!("concurrent:near:{thread}:{time}");
                assert_eq!(store.set(&key, b"kept"), Ok(()));
                assert_eq!(store.exists(&key), Ok(true));
            } else {
                match promises.wrong_counter {
                    WrongCounter::Refused => assert!(store.increment("concurrent:wrong", 1).is_err()),
                    WrongCounter::EndsTheStore => {}
                }
                assert_eq!(store.swap("concurrent:wrong", Some(b"no"), b"x"), Ok(Swap::Lost));
            }
        }
    });
    assert_eq!(store.get("concurrent:wrong"), Ok(Some(b"not a counter".to_vec())));
}
