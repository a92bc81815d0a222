//! The conformance suite, for every store.

use std::path::Path;

use keyvalue::conformance::{Promises, check};
use keyvalue::{Database, Memory, Options, Scope, Scoped, SpinRedis, SpinSqlite, Sqlite, Store};

#[test]
fn memory() {
    check(&Memory::default(), &Promises::OURS);
}

#[test]
fn spins_own_over_sqlite() {
    check(&SpinSqlite::default(), &Promises::SPIN_SQLITE);
}

#[test]
fn spins_own_over_redis() {
    check(&SpinRedis::default(), &Promises::SPIN_REDIS);
}

/// Therefore each label needs a database of its own.
#[test]
fn labels_of_one_redis_database_are_one_space() {
    let [cases, database] = [SpinRedis::default(), SpinRedis::default()];
    let inbox = cases.clone();
    assert_eq!(cases.set("a", b"case"), Ok(()));
    assert_eq!(inbox.get("a"), Ok(Some(b"case".to_vec())), "another label of the same database");
    assert_eq!(database.get("a"), Ok(None), "another database");
}

#[test]
fn sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path().join("new/store.db"), "default").unwrap();
    check(&store, &Promises::OURS);
}

/// A request that takes numbers before they are on the disk sees what every other one sees.
#[test]
fn sqlite_in_a_request() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path().join("store.db"), "default").unwrap();
    check(&Scoped::new(&Scope::default(), &store), &Promises::OURS);
}

/// Two labels of one file keep out of each other's way.
#[test]
fn sqlite_beside_another_label() {
    let folder = tempfile::tempdir().unwrap();
    let path: &Path = &folder.path().join("store.db");
    let database = Database::open(path, &Options::default()).unwrap();
    let other = database.label("other");
    check(&database.label("default"), &Promises::OURS);
    assert_eq!(other.keys(), Ok(Vec::new()));
    check(&other, &Promises::OURS);
}
