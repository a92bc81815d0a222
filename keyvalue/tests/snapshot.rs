//! Snapshots of several files at one moment, and inspection of a file.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use keyvalue::{Damage, Snapshot, Sqlite, Store, StoreError, inspect};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

fn number(store: &dyn Store) -> u32 {
    store.get("n").unwrap().map_or(0, |raw| String::from_utf8(raw).unwrap().parse().unwrap())
}

#[test]
fn a_snapshot_shows_all_files_at_one_moment_and_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = ["z.db", "a.db", "m.db"].iter().map(|name| folder.path().join(name)).collect();
    let stores: Vec<Sqlite> = paths.iter().map(|path| Sqlite::open(path, "one").unwrap()).collect();
    let files: Vec<(PathBuf, &str)> = paths.iter().cloned().map(|path| (path, "one")).collect();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // always in this order, so that no store is ever ahead of the one before it
            for n in 1..100_000 {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                stores.iter().for_each(|store| store.set("n", n.to_string().as_bytes()).unwrap());
            }
        });
        let mut seen = 0;
        for _look in 0..20 {
            while number(&stores[2]) <= seen {
                std::thread::yield_now();
            }
            let taken = Snapshot::of(&files).unwrap();
            let numbers: Vec<u32> = taken.iter().map(|store| number(store)).collect();
            assert!(numbers.is_sorted_by(|a, b| a >= b) && numbers[0] - numbers[2] <= 1, "{numbers:?}");
            assert_eq!(taken.iter().map(|store| number(store)).collect::<Vec<u32>>(), numbers, "it stands still");
            seen = numbers[0].max(seen);
        }
        stop.store(true, Ordering::Relaxed);
        assert!(seen >= 20, "each look found more");
    });
    let taken = Snapshot::of(&files).unwrap().remove(0);
    assert!(matches!(taken.set("n", b"1"), Err(StoreError::Unavailable(_))));
    assert!(taken.increment("n2", 1).is_err() && taken.increment("n2", 0) == Ok(0));
    assert_eq!(taken.damage(), Ok(Vec::new()));
}

/// The file of a machine that crashed: everything is still in the log.
fn stopped(folder: &Path) -> PathBuf {
    let store = Sqlite::open(folder.join("live.db"), "one").unwrap();
    (0..40).for_each(|n| store.set(&format!("k{n}"), &[n; 600]).unwrap());
    let path = folder.join("stopped.db");
    std::fs::copy(folder.join("live.db"), &path).unwrap();
    std::fs::copy(folder.join("live.db-wal"), folder.join("stopped.db-wal")).unwrap();
    path
}

#[test]
fn damage_in_the_log_is_distinguished_from_its_unfinished_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = stopped(folder.path());
    let log = folder.path().join("stopped.db-wal");
    let whole = std::fs::read(&log).unwrap();
    let with = |bytes: &[u8]| {
        std::fs::write(&log, bytes).unwrap();
        inspect(&path, &["one"])
    };
    assert_eq!(with(&whole), vec![]);
    let mut at = 3;
    while at < whole.len() / 2 {
        let mut bad = whole.clone();
        bad[at] ^= 4;
        assert!(with(&bad).contains(&Damage::Log), "byte {at}");
        at += 1999;
    }
    let mut bad = whole.clone();
    *bad.last_mut().unwrap() ^= 1;
    assert_eq!(with(&bad), vec![Damage::LogEnd]);
    assert_eq!(with(&whole[..whole.len() - 100]), vec![Damage::LogEnd]);
    // a log that is cut between two writes looks like one that ends there; the numbers in the records show it
    assert_eq!(inspect(&folder.path().join("absent.db"), &["one"]).len(), 1);
}

#[test]
fn values_of_another_label_and_another_table_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    Sqlite::open(&path, "one").unwrap().set("a", b"1").unwrap();
    assert_eq!(inspect(&path, &["one"]), vec![]);
    assert_eq!(inspect(&path, &["two"]), vec![Damage::Strangers(1)]);
    let by_hand = rusqlite::Connection::open(&path).unwrap();
    by_hand.execute_batch("ALTER TABLE spin_key_value RENAME TO spin_key_valuf").unwrap();
    drop(by_hand);
    assert!(matches!(inspect(&path, &["one"])[..], [Damage::Tables(_)]));
    // creating the table would make an empty store of it
    assert!(matches!(Sqlite::open(&path, "one"), Err(StoreError::Malformed(_))));
}
