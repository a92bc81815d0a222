//! Numbers that are issued before they are on the disk, beside other processes that use the same file.

use std::sync::Mutex;
use std::thread::scope;

use keyvalue::{Database, Options, Scope, Scoped, Store};

/// Another process (an administrator's command) increments the same counter: each number is issued once.
#[test]
fn two_handles_of_one_file_never_give_out_the_same_number() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let host = Database::open(&path, &Options::default()).unwrap().label("one");
    let command = Database::open(&path, &Options::default()).unwrap().label("one");
    let given = Mutex::new(Vec::new());
    let give = |number| given.lock().unwrap().push(number);
    scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    let request = Scoped::new(&Scope::default(), &host);
                    let number = request.increment("count", 1).unwrap();
                    request.set(&format!("line:{number}"), b"host").unwrap();
                    give(number);
                }
            });
        }
        scope.spawn(|| (0..25).for_each(|_| give(command.increment("count", 1).unwrap())));
    });
    let mut all = given.into_inner().unwrap();
    all.sort_unstable();
    assert_eq!(all, (1..=125).collect::<Vec<i64>>());
}

/// An answer that is dropped last, on the writer's own thread, ends the store and waits for nobody.
#[test]
fn the_last_handle_may_go_with_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store = Database::open(&path, &Options::default()).unwrap().label("one");
    let (ended, end) = std::sync::mpsc::channel();
    let last = store.clone();
    Scope::default().submit(&store, keyvalue::Write::Increment("count".into(), 1), move |_| {
        drop(last);
        ended.send(()).unwrap();
    });
    drop(store);
    end.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
}
