//! Tests of the vault, over stores that keep all promises and stores that do not.
use super::*;
use crate::store::cell::{self, Cases};
use crate::store::seal::Key;
use crate::testing::{KINDS_OF_STORE, Touch, Watch, Watched};
use keyvalue::{Memory, SpinRedis, SpinSqlite, StoreError};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

fn vault(store: impl Store + 'static) -> Vault<Cases> {
    Vault::new(Arc::new(store), "hengelo", Seal::One(Box::new(Key::from_bytes([1; 32]))))
}

#[test]
fn a_written_value_reads_back() {
    let vault = vault(Memory::default());
    assert_eq!(vault.get::<String>(&cell::open()).unwrap(), None);
    vault.set(&cell::open(), &"x").unwrap();
    assert_eq!(vault.get::<String>(&cell::open()).unwrap().as_deref(), Some("x"));
    assert_eq!(vault.get::<u8>(&cell::open()), Err(Failure::Unreadable("open index")));
}

#[test]
fn updates_at_the_same_time_all_count() {
    for vault in [vault(Memory::default()), vault(SpinSqlite::default()), vault(SpinRedis::default())] {
        vault.set(&cell::open(), &0u32).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        while vault.update(&cell::open(), add_one).is_err() {}
                    }
                });
            }
        });
        assert_eq!(vault.get::<u32>(&cell::open()).unwrap(), Some(200));
    }
}

#[test]
fn a_swap_that_wrote_and_says_it_failed_counts_once() {
    let vault = vault(SpinRedis::default());
    vault.set(&cell::open(), &1u32).unwrap();
    let mut decided = 0;
    vault
        .update(&cell::open(), |old: Option<u32>| {
            decided += 1;
            Ok(Change::Write(old.unwrap_or(0) + 1, ()))
        })
        .unwrap();
    assert_eq!((decided, vault.get::<u32>(&cell::open()).unwrap()), (1, Some(2)));
}

/// Lets another write right after each of the first two swaps.
struct Overtakes {
    other: Vault<Cases>,
    left: AtomicUsize,
    swapped: AtomicBool,
}

impl Watch for Overtakes {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        match touch {
            Touch::Swap(_) => self.swapped.store(true, Ordering::Relaxed),
            Touch::Read(_) if self.swapped.swap(false, Ordering::Relaxed) && self.left.load(Ordering::Relaxed) > 0 => {
                self.left.fetch_sub(1, Ordering::Relaxed);
                self.other.update(&cell::open(), add_one).expect("a memory store");
            }
            Touch::Read(_) | Touch::Set(_) | Touch::Delete | Touch::Increment(_) => {}
        }
        Ok(())
    }
}

fn add_one(old: Option<u32>) -> Result<Change<u32, ()>, Failure> {
    Ok(Change::Write(old.unwrap_or(0) + 1, ()))
}

#[test]
fn a_swap_that_wrote_and_was_overtaken_before_it_could_look_counts_once() {
    let store = SpinRedis::default();
    let other = vault(store.clone());
    other.set(&cell::open(), &0u32).unwrap();
    let watch = Overtakes { other: other.clone(), left: AtomicUsize::new(2), swapped: AtomicBool::new(false) };
    let ours = vault(Watched { store: Arc::new(store), watch });
    for round in 1..=3u32 {
        ours.update(&cell::open(), add_one).unwrap();
        assert_eq!(other.get::<u32>(&cell::open()).unwrap(), Some(round + round.min(2)), "round {round}");
    }
}

/// Counts the reads of a store.
#[derive(Clone, Default)]
struct Reads(Arc<AtomicUsize>);

impl Watch for Reads {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        match touch {
            Touch::Read(_) => drop(self.0.fetch_add(1, Ordering::Relaxed)),
            Touch::Set(_) | Touch::Delete | Touch::Increment(_) | Touch::Swap(_) => {}
        }
        Ok(())
    }
}

#[test]
fn what_is_remembered_is_read_once_and_every_write_counts_at_once() {
    let (cell, reads) = (cell::accounts::<u32>(), Reads::default());
    let plain = vault(Watched { store: Arc::new(Memory::default()), watch: reads.clone() });
    let request = plain.remembering(&[Kind::Accounts]);
    let sees = |expected: Option<u32>, read: usize, what: &str| {
        let before = reads.0.load(Ordering::Relaxed);
        assert_eq!((request.get(&cell), request.clone().get(&cell)), (Ok(expected), Ok(expected)), "{what}");
        assert_eq!(reads.0.load(Ordering::Relaxed) - before, read, "{what}");
    };
    sees(None, 1, "nothing there");
    request.set(&cell, &1).unwrap();
    sees(Some(1), 0, "set");
    request.update(&cell, |old: Option<u32>| Ok(Change::Write(old.unwrap() + 1, ()))).unwrap();
    sees(Some(2), 0, "updated");
    request.set_many(&[request.record(&cell, &3).unwrap()]).unwrap();
    sees(Some(3), 1, "set with others");
    request.delete(&cell).unwrap();
    sees(None, 1, "deleted");
    request.set(&cell, &4).unwrap();
    request.sealed::<Cases>(Seal::Plain).delete_many(&[cell.to_key()]).unwrap();
    sees(None, 1, "deleted through another area of the store");
    plain.set(&cell, &5).unwrap();
    sees(None, 0, "somebody else wrote");
    request.update(&cell, |old: Option<u32>| Ok(Change::Write(old.unwrap() + 1, ()))).unwrap();
    sees(Some(6), 0, "an update decides on what is stored");
    let before = reads.0.load(Ordering::Relaxed);
    for _ in 0..2 {
        plain.get(&cell).unwrap();
        request.get::<u32>(&cell::open()).unwrap();
    }
    assert_eq!(reads.0.load(Ordering::Relaxed) - before, 4, "another vault, and another kind");
}

#[test]
fn a_swap_that_was_lost_leaves_nothing_remembered() {
    let cell = cell::accounts::<u32>();
    let plain = vault(Memory::default());
    let request = plain.remembering(&[Kind::Accounts]);
    plain.set(&cell, &1).unwrap();
    let standing = request.standing(&cell).unwrap().unwrap();
    assert_eq!(request.get(&cell), Ok(Some(1)));
    plain.set(&cell, &2).unwrap();
    assert_eq!(request.replace(&cell, &standing, &3), Ok(false));
    assert_eq!(request.get(&cell), Ok(Some(2)));
}

/// Puts three of four rows; answers what is found of all four, and with how many reads, twice.
fn twice_many(store: impl Store + 'static) -> [(Vec<String>, usize); 2] {
    let reads = Reads::default();
    let vault = vault(Watched { store: Arc::new(store), watch: reads.clone() });
    let cells = [7, 3, 10, 1].map(cell::rows::<String>);
    let there: Vec<_> = cells.iter().filter(|cell| !cell.key().ends_with(":3")).collect();
    let records: Vec<_> = there.iter().map(|cell| vault.record(cell, &cell.key().to_owned()).unwrap()).collect();
    vault.set_many(&records).unwrap();
    // another area of the same store knows what the first has learnt
    let vaults = [vault.clone(), vault.sealed::<Cases>(Seal::One(Box::new(Key::from_bytes([1; 32]))))];
    vaults.map(|vault| {
        let found = vault.get_many(&cells).unwrap();
        assert!(found.iter().all(|(cell, value)| cell.key() == value));
        (found.into_iter().map(|(_, value)| value).collect(), reads.0.swap(0, Ordering::Relaxed))
    })
}

#[test]
fn many_values_come_in_the_order_asked_for_from_any_store() {
    let wanted = ["rows:7", "rows:10", "rows:1"].map(String::from).to_vec();
    let once = (wanted.clone(), 1);
    assert_eq!(twice_many(Memory::default()), [once.clone(), once.clone()]);
    // in the order of the keys, and without those that are not there
    assert_eq!(twice_many(SpinSqlite::default()), [once.clone(), once]);
    // refused: asked one by one, and from then on at once
    assert_eq!(twice_many(SpinRedis::default()), [(wanted.clone(), 1 + 4), (wanted, 4)]);
}

#[test]
fn a_store_that_fails_is_not_taken_for_one_that_refuses_many() {
    struct Fails;
    impl Watch for Fails {
        fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
            if matches!(touch, Touch::Read(_)) { Err(StoreError::Unavailable("gone".into())) } else { Ok(()) }
        }
    }
    let vault = vault(Watched { store: Arc::new(Memory::default()), watch: Fails });
    assert_eq!(vault.get_many(&[cell::rows::<String>(1)]).err(), Some(Failure::Unavailable));
}

/// Eight at once, each over a vault of its own: how many did the work, and how many found it done.
fn eight(store: &Arc<dyn Store>) -> (usize, usize) {
    let patience = Patience { times: 40, millis: 5 };
    let ask = || {
        let vault: Vault<Cases> = Vault::new(store.clone(), "hengelo", Seal::One(Box::new(Key::from_bytes([1; 32]))));
        let done = || vault.get::<u32>(&cell::open());
        vault.once(&cell::FOUNDING, patience, done, || vault.set(&cell::open(), &7u32).map(|()| 7)).unwrap()
    };
    let all: Vec<Once<u32>> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let done = all.iter().filter(|once| matches!(once, Once::Done(7))).count();
    (done, all.iter().filter(|once| matches!(once, Once::Found(7))).count())
}

#[test]
fn what_is_done_once_is_done_by_one_of_all_who_come_at_the_same_moment() {
    for (name, new) in KINDS_OF_STORE {
        for _round in 0..20 {
            let store = new();
            assert_eq!(eight(&store), (1, 7), "{name}");
            assert_eq!(eight(&store), (0, 8), "{name}, and not again");
        }
    }
}

#[test]
fn who_stops_in_his_turn_is_given_up_and_one_of_those_who_wait_goes_on() {
    for (name, new) in KINDS_OF_STORE {
        let store = new();
        // three who took a turn and were never heard of again
        store.increment(cell::FOUNDING.key(), 3).unwrap();
        assert_eq!(eight(&store), (1, 7), "{name}");
    }
}
