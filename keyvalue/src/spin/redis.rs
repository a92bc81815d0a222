//! Spin's store over Redis.

use std::sync::Arc;

use crate::{Memory, Store, StoreError, Swap};

/// Behaves as Spin's store over Redis.
///
/// - The labels are one space: a clone is the same database under another label. Labels keep out of each other's way
///   only if each has a database of its own.
/// - A swap writes when the value is unchanged, and then says that it lost, as it says when it did lose.
/// - Asking for many values is refused, unless none of them can be there.
/// - Counters are kept as decimal text, and a counter that is none is an error.
/// - There is no limit to keys and values.
#[derive(Debug, Clone, Default)]
pub struct SpinRedis {
    database: Arc<Memory>,
}

impl Store for SpinRedis {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.database.get(key)
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.database.lock().insert(key.to_owned(), value.to_vec());
        Ok(())
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.database.delete(key)
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.database.exists(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.database.keys()
    }

    /// The provider sends KEYS, which takes one pattern. A pattern that finds nothing is an answer; one that finds its
    /// key is an answer in a form that the provider doesn't expect.
    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let answered = match keys {
            [] => true,
            [key] => !self.database.exists(key)?,
            [_, _, ..] => false,
        };
        if answered { Ok(Vec::new()) } else { Err(StoreError::Unavailable("KEYS takes one pattern".into())) }
    }

    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.database.lock().extend(pairs.iter().cloned());
        Ok(())
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        self.database.delete_many(keys)
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        let mut pairs = self.database.lock();
        let stored = pairs.get(key).map(|bytes| std::str::from_utf8(bytes).ok().and_then(|text| text.parse().ok()));
        let before: i64 =
            stored.unwrap_or(Some(0)).ok_or_else(|| StoreError::Unavailable("the value is not an integer".into()))?;
        let after = before.checked_add(delta).ok_or_else(|| StoreError::Unavailable("it would overflow".into()))?;
        pairs.insert(key.to_owned(), after.to_string().into_bytes());
        Ok(after)
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        let mut pairs = self.database.lock();
        if pairs.get(key).map(Vec::as_slice) == expected {
            pairs.insert(key.to_owned(), new.to_vec());
        }
        Ok(Swap::Lost)
    }
}
