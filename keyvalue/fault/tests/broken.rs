//! A full disk and a failing flush: nothing is acknowledged, nothing acknowledged is lost, and the store recovers.
#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

use std::path::Path;
use std::thread::scope;

use fault::{Fault, Survivors, Use};
use keyvalue::{Database, Options, Sqlite, Store, StoreError};

fn open(fault: &Fault, path: &Path) -> Sqlite {
    let options = Options { vfs: Some(fault.name().to_owned()), ..Options::default() };
    Database::open(path, &options).expect("it opens").label("default")
}

/// Writes from several threads at once; the keys that were acknowledged.
fn write(store: &Sqlite, name: &str) -> Vec<String> {
    scope(|scope| {
        let write = |thread: usize| {
            let store = store.clone();
            scope.spawn(move || {
                let keys = (0..20).map(|number| format!("{name}:{thread}:{number}"));
                keys.filter(|key| match store.set(key, key.as_bytes()) {
                    Ok(()) => true,
                    Err(StoreError::Unavailable(_)) => false,
                    Err(StoreError::Malformed(why)) => panic!("{why}"),
                })
                .collect::<Vec<_>>()
            })
        };
        let threads: Vec<_> = (0..8).map(write).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

fn all_there(store: &Sqlite, keys: &[String]) {
    for key in keys {
        assert_eq!(store.get(key), Ok(Some(key.clone().into_bytes())), "{key} was acknowledged");
    }
}

/// Breaks the disk, mends it, cuts the power: with the fault given.
fn through(break_it: impl Fn(&Fault), mend: impl Fn(&Fault)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let fault = Fault::install(Use::ByName);
    let store = open(&fault, &path);
    let mut kept = write(&store, "before");
    assert_eq!(kept.len(), 160);
    for round in 0..5 {
        break_it(&fault);
        assert_eq!(
            write(&store, &format!("broken{round}")),
            Vec::<String>::new(),
            "an acknowledgement on a broken disk"
        );
        all_there(&store, &kept);
        assert_eq!(store.exists(&format!("broken{round}:0:0")), Ok(false), "a write that failed is seen");
        mend(&fault);
        let after = write(&store, &format!("after{round}"));
        assert_eq!(after.len(), 160, "it goes on once the disk is back");
        kept.extend(after);
        all_there(&store, &kept);
    }
    fault.cut_power(Survivors::None);
    drop(store);
    fault.restore_power();
    all_there(&open(&fault, &path), &kept);
}

#[test]
fn a_failing_flush() {
    through(|fault| fault.fail_flushes(true), |fault| fault.fail_flushes(false));
}

#[test]
fn a_full_disk() {
    through(|fault| fault.set_room(Some(0)), |fault| fault.set_room(None));
}

/// The room runs out in the middle of a write.
#[test]
fn a_disk_that_fills_up() {
    through(|fault| fault.set_room(Some(4200)), |fault| fault.set_room(None));
}

/// A start on a disk that can't be written is refused with what to do.
#[test]
fn opening_on_a_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let fault = Fault::install(Use::ByName);
    fault.set_room(Some(0));
    let options = Options { vfs: Some(fault.name().to_owned()), ..Options::default() };
    match Database::open(&folder.path().join("store.db"), &options) {
        Err(StoreError::Unavailable(why)) => assert!(why.contains("with room"), "{why}"),
        other => panic!("{other:?}"),
    }
}
