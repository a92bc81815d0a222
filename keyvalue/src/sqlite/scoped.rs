//! A store as one request uses it, for code that waits with its own thread.

use super::scope::Scope;
use super::store::{mixed_up, wait};
use super::{Done, Sqlite, Write};
use crate::{Store, StoreError, Swap};

/// A label in a SQLite file within one [`Scope`]: as [`Sqlite`], but an increment is answered before it is durable.
/// Whoever answers the request calls [`Scoped::close`] first.
#[derive(Debug, Clone)]
pub struct Scoped {
    scope: Scope,
    store: Sqlite,
}

impl Scoped {
    /// This store, in this request.
    #[must_use]
    pub fn new(scope: &Scope, store: &Sqlite) -> Self {
        Self { scope: scope.clone(), store: store.clone() }
    }

    /// Waits until every number of the request is durable.
    ///
    /// # Errors [`StoreError::Unavailable`]: one of them was lost, so that the request must not be answered as if it
    /// had succeeded.
    pub fn close(&self) -> Result<(), StoreError> {
        wait(|reply| self.scope.close(reply))
    }

    fn write(&self, write: Write) -> Result<Done, StoreError> {
        wait(|reply| self.scope.submit(&self.store, write, reply))
    }

    /// The store, when what this request did to these keys can be read there. No keys: all of them.
    fn settled(&self, keys: &[&str]) -> Result<&Sqlite, StoreError> {
        if self.scope.holds(&self.store, keys) {
            wait(|reply| self.scope.settle(reply))?;
        }
        Ok(&self.store)
    }
}

impl Store for Scoped {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.settled(&[key])?.get(key)
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.write(Write::Set(key.into(), value.into())).map(|_| ())
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.write(Write::DeleteMany(vec![key.into()])).map(|_| ())
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.settled(&[key])?.exists(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.settled(&[])?.keys()
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let names: Vec<&str> = keys.iter().map(String::as_str).collect();
        if names.is_empty() { Ok(Vec::new()) } else { self.settled(&names)?.get_many(keys) }
    }

    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.write(Write::SetMany(pairs.to_vec())).map(|_| ())
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        self.write(Write::DeleteMany(keys.to_vec())).map(|_| ())
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        match self.write(Write::Increment(key.into(), delta))? {
            Done::Count(count) => Ok(count),
            Done::Written | Done::Swap(_) => Err(mixed_up()),
        }
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        let (key, expected) = (key.into(), expected.map(<[u8]>::to_vec));
        match self.write(Write::Swap { key, expected, new: new.into() })? {
            Done::Swap(swap) => Ok(swap),
            Done::Written | Done::Count(_) => Err(mixed_up()),
        }
    }
}
