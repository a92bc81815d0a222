//! Tests of the vault, over stores that keep all promises and stores that do not.
use super::*;
use crate::store::cell::{self, Cases};
use crate::store::seal::Key;
use crate::testing::{Watch, Watched};
use keyvalue::{Memory, Swap, WeakSwap};

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
