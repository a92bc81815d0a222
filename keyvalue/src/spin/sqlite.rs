//! Spin's store over SQLite.

use std::collections::{BTreeSet, HashMap};
use std::sync::MutexGuard;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Memory, Store, StoreError, Swap};

/// Behaves as Spin's store over SQLite, always at the worst moment.
///
/// - A swap that expects no value overwrites any value: two creators both succeed.
/// - Other swaps compare the value, so a change back and forth goes unseen.
/// - Many values come in the order of their keys, and missing ones are left out.
/// - A counter that is not 8 bytes ends the store: its lock is poisoned by the panic. A counter wraps at its end.
/// - There is no limit to keys and values.
#[derive(Debug, Default)]
pub struct SpinSqlite {
    rows: Memory,
    poisoned: AtomicBool,
}

impl SpinSqlite {
    fn rows(&self) -> Result<MutexGuard<'_, HashMap<String, Vec<u8>>>, StoreError> {
        let rows = self.rows.lock();
        if self.poisoned.load(Ordering::SeqCst) {
            return Err(StoreError::Unavailable("a counter that was none has ended this store".into()));
        }
        Ok(rows)
    }
}

impl Store for SpinSqlite {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.rows()?.get(key).cloned())
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.rows()?.insert(key.to_owned(), value.to_vec());
        Ok(())
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.rows()?.remove(key);
        Ok(())
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        Ok(self.rows()?.contains_key(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.rows()?.keys().cloned().collect())
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let (rows, asked) = (self.rows()?, keys.iter().collect::<BTreeSet<_>>());
        Ok(asked.into_iter().filter_map(|key| rows.get(key).map(|value| (key.clone(), value.clone()))).collect())
    }

    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.rows()?.extend(pairs.iter().cloned());
        Ok(())
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        let mut rows = self.rows()?;
        for key in keys {
            rows.remove(key);
        }
        Ok(())
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        let mut rows = self.rows()?;
        let before = match rows.get(key).map(|bytes| <[u8; 8]>::try_from(bytes.as_slice())) {
            None => 0,
            Some(Ok(bytes)) => i64::from_le_bytes(bytes),
            Some(Err(_)) => {
                self.poisoned.store(true, Ordering::SeqCst);
                return Err(StoreError::Unavailable("a counter that is none ends this store".into()));
            }
        };
        let after = before.wrapping_add(delta);
        rows.insert(key.to_owned(), after.to_le_bytes().to_vec());
        Ok(after)
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        let mut rows = self.rows()?;
        if expected.is_some() && rows.get(key).map(Vec::as_slice) != expected {
            return Ok(Swap::Lost);
        }
        rows.insert(key.to_owned(), new.to_vec());
        Ok(Swap::Swapped)
    }
}
