//! A store for tests that wraps another and observes its operations, to count or refuse them.
use keyvalue::{Store, StoreError, Swap};
use std::sync::Arc;

/// The operation about to be done. Existence checks and key listings are not reported.
pub enum Touch<'a> {
    /// The values of these keys are read.
    Read(Vec<&'a str>),
    /// These keys get a value.
    Set(Vec<&'a str>),
    /// Something is deleted.
    Delete,
    /// A counter is added to.
    Increment(i64),
    /// A value is swapped.
    Swap(&'a str),
}

/// Observes operations; the defaults let everything through.
pub trait Watch: Send + Sync {
    /// Called before it is done; an error is returned instead.
    fn touch(&self, _touch: &Touch<'_>) -> Result<(), StoreError> {
        Ok(())
    }

    /// What is said of a value that was read.
    fn seen(&self, _key: &str, value: Option<Vec<u8>>) -> Option<Vec<u8>> {
        value
    }

    /// Whether many values are put one after the other, each a write of its own.
    fn puts_one_by_one(&self) -> bool {
        false
    }
}

/// The store with somebody who watches.
pub struct Watched<W> {
    /// The store.
    pub store: Arc<dyn Store>,
    /// The watcher.
    pub watch: W,
}

impl<W: Watch> Store for Watched<W> {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.watch.touch(&Touch::Read(vec![key]))?;
        self.store.get(key).map(|value| self.watch.seen(key, value))
    }
    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.watch.touch(&Touch::Set(vec![key]))?;
        self.store.set(key, value)
    }
    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.watch.touch(&Touch::Delete)?;
        self.store.delete(key)
    }
    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.store.exists(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.watch.touch(&Touch::Read(keys.iter().map(String::as_str).collect()))?;
        self.store.get_many(keys)
    }
    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        if self.watch.puts_one_by_one() {
            return pairs.iter().try_for_each(|(key, value)| self.set(key, value));
        }
        self.watch.touch(&Touch::Set(pairs.iter().map(|(key, _)| key.as_str()).collect()))?;
        self.store.set_many(pairs)
    }
    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        self.watch.touch(&Touch::Delete)?;
        self.store.delete_many(keys)
    }
    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        self.watch.touch(&Touch::Increment(delta))?;
        self.store.increment(key, delta)
    }
    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        self.watch.touch(&Touch::Swap(key))?;
        self.store.swap(key, expected, new)
    }
}
