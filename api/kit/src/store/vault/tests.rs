//! Tests of the vault, over stores that keep all promises and stores that do not.
use super::*;
use crate::store::cell::{self, Cases};
use crate::store::seal::Key;
use crate::testing::{Touch, Watch, Watched};
use keyvalue::{Memory, StoreError, Swap, WeakSwap};
use std::sync::atomic::{AtomicUsize, Ordering};

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
    for vault in [vault(Memory::default()), vault(WeakSwap::default())] {
        vault.set(&cell::open(), &0u32).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let add = |old: Option<u32>| Ok(Change::Write(old.unwrap_or(0) + 1, ()));
                        while vault.update(&cell::open(), add).is_err() {}
                    }
                });
            }
        });
        assert_eq!(vault.get::<u32>(&cell::open()).unwrap(), Some(200));
    }
}

/// Makes a store report every swap as failed, even when it wrote. Spin's Redis store does so.
struct AlwaysLost;

impl Watch for AlwaysLost {
    fn swapped(&self, _swap: Swap) -> Swap {
        Swap::Lost
    }
}

#[test]
fn a_swap_that_wrote_and_says_it_failed_counts_once() {
    let vault = vault(Watched { store: Arc::new(Memory::default()), watch: AlwaysLost });
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
