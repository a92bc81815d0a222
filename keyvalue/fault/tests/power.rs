//! Acknowledged writes survive a power cut, and this test would notice if they didn't.
#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::thread::{scope, sleep};
use std::time::Duration;

use fault::{Fault, Survivors, Use};
use keyvalue::conformance::{Promises, check};
use keyvalue::{Database, Options, Sqlite, Store, Synchronous};

const THREADS: u64 = 16;

fn open(fault: &Fault, path: &Path, synchronous: Synchronous) -> Sqlite {
    let vfs = Some(fault.name().to_owned());
    let database = Database::open(path, &Options { synchronous, vfs }).expect("it opens");
    database.label("default")
}

/// The acknowledged state: values by key, and the highest number a counter gave out.
#[derive(Default)]
struct Acknowledged {
    values: BTreeMap<String, Vec<u8>>,
    highest: i64,
}

/// Writes from many threads until the power goes, `after` the start.
fn write_until_dark(fault: &Fault, store: &Sqlite, after: Duration, survivors: Survivors, round: u64) -> Acknowledged {
    let acknowledged = Mutex::new(Acknowledged::default());
    scope(|scope| {
        for thread in 0..THREADS {
            let (store, acknowledged) = (store.clone(), &acknowledged);
            scope.spawn(move || {
                for number in 0_u64.. {
                    let key = format!("{round}:{thread}:{number}");
                    // some small, some over several pages
                    let value = vec![thread as u8; 40 + (number as usize % 7) * 1500];
                    if store.set(&key, &value).is_err() {
                        return;
                    }
                    acknowledged.lock().unwrap().values.insert(key, value);
                    let Ok(count) = store.increment("count", 1) else { return };
                    let mut acknowledged = acknowledged.lock().unwrap();
                    acknowledged.highest = acknowledged.highest.max(count);
                }
            });
        }
        sleep(after);
        fault.cut_power(survivors);
    });
    acknowledged.into_inner().unwrap()
}

/// The number of acknowledged values that are lost. An unreadable value is lost too.
fn lost(store: &Sqlite, acknowledged: &Acknowledged) -> usize {
    let gone = |(key, value): &(&String, &Vec<u8>)| store.get(key).ok().flatten().as_ref() != Some(*value);
    let missing = acknowledged.values.iter().filter(gone).count();
    let counted = store.increment("count", 0).is_ok_and(|count| count >= acknowledged.highest);
    missing + usize::from(!counted)
}

/// Rounds of writing and power cuts on one file: (acknowledged, lost).
fn rounds(synchronous: Synchronous, rounds: u64) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let fault = Fault::install(Use::ByName);
    let (mut acknowledged, mut gone) = (0, 0);
    for round in 0..rounds {
        let store = open(&fault, &path, synchronous);
        let survivors = if round % 2 == 0 { Survivors::None } else { Survivors::Some(round * 77 + 5) };
        let after = Duration::from_millis(5 + round * 37 % 60);
        let done = write_until_dark(&fault, &store, after, survivors, round);
        drop(store);
        fault.restore_power();
        acknowledged += done.values.len();
        // a file that doesn't even open has lost everything
        let vfs = Some(fault.name().to_owned());
        match Database::open(&path, &Options { synchronous, vfs }) {
            Ok(database) => gone += lost(&database.label("default"), &done),
            Err(_) => gone += done.values.len(),
        }
        // one loss is enough, and a broken file holds no more
        if gone > 0 {
            break;
        }
    }
    (acknowledged, gone)
}

#[test]
fn every_acknowledged_write_outlives_a_power_cut() {
    let (acknowledged, gone) = rounds(Synchronous::Full, 20);
    assert!(acknowledged > 500, "only {acknowledged} writes: this shows nothing");
    assert_eq!(gone, 0, "of {acknowledged} acknowledged writes");
}

#[test]
fn a_lower_synchronous_is_found_out() {
    for lowered in [Synchronous::Normal, Synchronous::Off] {
        let (acknowledged, gone) = rounds(lowered, 4);
        assert!(gone > 0, "{lowered:?} lost nothing of {acknowledged}: the test would notice nothing");
    }
}

#[test]
fn waiting_writes_share_a_flush() {
    let folder = tempfile::tempdir().unwrap();
    let fault = Fault::install(Use::ByName);
    let store = open(&fault, &folder.path().join("store.db"), Synchronous::Full);
    let before = fault.flushes();
    scope(|scope| {
        for thread in 0..64 {
            let store = store.clone();
            scope.spawn(move || (0..20).for_each(|_| store.set(&format!("k{thread}"), b"v").unwrap()));
        }
    });
    let flushes = fault.flushes() - before;
    assert!(flushes > 0 && flushes < 64 * 20 / 2, "{flushes} flushes for 1280 writes");
}

#[test]
fn the_store_keeps_its_rules_on_this_disk() {
    let folder = tempfile::tempdir().unwrap();
    let fault = Fault::install(Use::ByName);
    check(&open(&fault, &folder.path().join("store.db"), Synchronous::Full), &Promises::OURS);
}
