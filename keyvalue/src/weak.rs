//! A store that promises no more than Spin's own SQLite store does.

use crate::{Memory, Store, StoreError, Swap};

/// As [`Memory`], but a swap that expects no value overwrites any value and reports success: two creators both succeed,
/// as on Spin's SQLite store. Code that is correct here is correct under Spin.
#[derive(Debug, Default)]
pub struct WeakSwap {
    inner: Memory,
}

impl Store for WeakSwap {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.get(key)
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.inner.set(key, value)
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.inner.delete(key)
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.inner.exists(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.inner.get_many(keys)
    }

    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.inner.set_many(pairs)
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        self.inner.delete_many(keys)
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        self.inner.increment(key, delta)
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        match expected {
            Some(_) => self.inner.swap(key, expected, new),
            None => self.inner.set(key, new).map(|()| Swap::Swapped),
        }
    }
}
