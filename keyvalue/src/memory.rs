//! A store in memory: for tests, and for values that need not outlive the process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Store, StoreError, Swap, counter, limits};

/// Keeps everything behind one lock. "Durable" here means until it is dropped.
#[derive(Debug, Default)]
pub struct Memory {
    pairs: Mutex<HashMap<String, Vec<u8>>>,
}

impl Memory {
    /// The map under its lock. No operation leaves it half changed, so a panic elsewhere can't spoil it.
    pub(crate) fn lock(&self) -> MutexGuard<'_, HashMap<String, Vec<u8>>> {
        self.pairs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for Memory {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.lock().get(key).cloned())
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        limits::check(key, value)?;
        self.lock().insert(key.to_owned(), value.to_vec());
        Ok(())
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.lock().remove(key);
        Ok(())
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        Ok(self.lock().contains_key(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.lock().keys().cloned().collect())
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let pairs = self.lock();
        Ok(keys
            .iter()
            .filter_map(|key| pairs.get_key_value(key))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect())
    }

    fn set_many(&self, new: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        limits::check_all(new)?;
        self.lock().extend(new.iter().cloned());
        Ok(())
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        let mut pairs = self.lock();
        for key in keys {
            pairs.remove(key);
        }
        Ok(())
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        limits::check(key, &[])?;
        let mut pairs = self.lock();
        let next = counter::add(pairs.get(key).map(Vec::as_slice), delta)?;
        pairs.insert(key.to_owned(), next.to_le_bytes().to_vec());
        Ok(next)
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        limits::check(key, new)?;
        let mut pairs = self.lock();
        if pairs.get(key).map(Vec::as_slice) != expected {
            return Ok(Swap::Lost);
        }
        pairs.insert(key.to_owned(), new.to_vec());
        Ok(Swap::Swapped)
    }
}
