//! The conformance suite, for every store.

use std::path::Path;

use keyvalue::conformance::{AbsentSwap, check};
use keyvalue::{Database, Memory, Options, Scope, Scoped, Sqlite, WeakSwap};

#[test]
fn memory() {
    check(&Memory::default(), AbsentSwap::Refused);
}

#[test]
fn weak_swap() {
    check(&WeakSwap::default(), AbsentSwap::Overwrites);
}

#[test]
fn sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path().join("new/store.db"), "default").unwrap();
    check(&store, AbsentSwap::Refused);
}

/// A request that takes numbers before they are on the disk sees what every other one sees.
#[test]
fn sqlite_in_a_request() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path().join("store.db"), "default").unwrap();
    check(&Scoped::new(&Scope::default(), &store), AbsentSwap::Refused);
}

/// Two labels of one file keep out of each other's way.
#[test]
fn sqlite_beside_another_label() {
    let folder = tempfile::tempdir().unwrap();
    let path: &Path = &folder.path().join("store.db");
    let database = Database::open(path, &Options::default()).unwrap();
    let other = database.label("other");
    check(&database.label("default"), AbsentSwap::Refused);
    assert_eq!(keyvalue::Store::keys(&other), Ok(Vec::new()));
    check(&other, AbsentSwap::Refused);
}
