//! Tests for the store on disk only: Spin's file format, and unusable paths.

use std::time::{Duration, Instant};

use keyvalue::{Sqlite, Store, StoreError};
use rusqlite::Connection;

#[test]
fn the_table_is_the_one_that_spin_makes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Sqlite::open(&path, "inbox").unwrap();
    store.set("a", b"\x00\xff").unwrap();
    store.increment("count", 258).unwrap();

    let by_hand = Connection::open(&path).unwrap();
    let columns: Vec<(String, String, i64)> = by_hand
        .prepare("SELECT name, type, pk FROM pragma_table_info('spin_key_value') ORDER BY cid")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let column = |name: &str, kind: &str, place| (name.to_owned(), kind.to_owned(), place);
    assert_eq!(columns, [column("store", "TEXT", 1), column("key", "TEXT", 2), column("value", "BLOB", 0)]);
    let row = |key: &str| -> (String, Vec<u8>, String) {
        by_hand
            .query_row("SELECT store, value, typeof(value) FROM spin_key_value WHERE key = ?1", [key], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap()
    };
    assert_eq!(row("a"), ("inbox".into(), vec![0, 255], "blob".into()));
    assert_eq!(row("count").1, [2, 1, 0, 0, 0, 0, 0, 0]);
    let mode: String = by_hand.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn values_that_spin_wrote_are_read_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let spin = Connection::open(&path).unwrap();
    spin.execute_batch(
        "CREATE TABLE spin_key_value (store TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
             PRIMARY KEY (store, key));
         INSERT INTO spin_key_value VALUES ('default', 'k', x'0102'), ('other', 'k', x'03');",
    )
    .unwrap();
    drop(spin);
    let store = Sqlite::open(&path, "default").unwrap();
    assert_eq!(store.get("k"), Ok(Some(vec![1, 2])));
    assert_eq!(store.keys(), Ok(vec!["k".into()]));
}

#[test]
fn closing_leaves_one_file_with_everything_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Sqlite::open(&path, "default").unwrap();
    store.set("a", b"1").unwrap();
    store.get("a").unwrap();
    drop(store);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["store.db"]);
    let again = Sqlite::open(&path, "default").unwrap();
    assert_eq!(again.get("a"), Ok(Some(b"1".to_vec())));
}

#[test]
fn an_unusable_place_is_named_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    for path in [file.join("store.db"), folder.path().to_path_buf(), file.clone()] {
        match Sqlite::open(&path, "default") {
            Err(StoreError::Unavailable(why)) => {
                assert!(why.contains(&path.display().to_string()), "{why}");
                assert!(why.contains("give"), "{why}");
            }
            other => panic!("{}: {other:?}", path.display()),
        }
    }
}

#[test]
fn a_table_of_another_shape_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE spin_key_value (id INTEGER)").unwrap();
    match Sqlite::open(&path, "default") {
        Err(StoreError::Malformed(why)) => assert!(why.contains("columns id"), "{why}"),
        other => panic!("{other:?}"),
    }
}

/// An open reader doesn't block a writer, nor the other way round.
#[test]
fn reads_go_on_while_another_process_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Sqlite::open(&path, "default").unwrap();
    store.set("a", b"1").unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(store.get("a"), Ok(Some(b"1".to_vec())));
    other.execute_batch("ROLLBACK").unwrap();
    other.execute_batch("BEGIN; SELECT count(*) FROM spin_key_value").unwrap();
    assert_eq!(store.set("a", b"2"), Ok(()));
    assert_eq!(store.get("a"), Ok(Some(b"2".to_vec())));
}

/// Waits until this holds.
fn until(holds: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < end, "it did not come to this in twenty seconds");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whether any file of the store's folder holds these bytes.
fn on_disk(folder: &std::path::Path, word: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).expect("the folder").map(|entry| {
        let path = entry.expect("an entry").path();
        std::fs::read(path).expect("the file")
    });
    files.into_iter().any(|bytes| bytes.windows(word.len()).any(|window| window == word))
}

#[test]
fn removed_data_is_soon_in_no_file_even_with_a_reader_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Sqlite::open(&path, "keys").unwrap();
    for n in 0..50 {
        store.set(&format!("other:{n}"), &[n; 100]).unwrap();
    }
    store.set("secret-name", b"secret-value-that-must-go").unwrap();
    assert!(on_disk(folder.path(), b"secret-value") && on_disk(folder.path(), b"secret-name"), "the search finds it");
    let reader = Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM spin_key_value").unwrap();
    let size = || std::fs::metadata(&path).unwrap().len();
    let before = size();
    store.delete("secret-name").unwrap();
    // trying to empty the log moves what the reader no longer needs into the file
    until(|| size() > before);
    assert!(on_disk(folder.path(), b"secret-"), "the reader still needs the log");
    reader.execute_batch("COMMIT").unwrap();
    until(|| !on_disk(folder.path(), b"secret-"));
    assert!(!on_disk(folder.path(), b"secret-value") && !on_disk(folder.path(), b"secret-name"));
    assert_eq!(store.get("other:49"), Ok(Some(vec![49; 100])));
}
