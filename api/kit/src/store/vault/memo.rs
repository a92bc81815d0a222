//! What one request has read already. Some small records are needed at several places of nearly every request; a vault
//! with a memo reads each of them from the store once.
//!
//! A memo holds sealed bytes, as they are in the store. Every write through the same vault changes it, so a value that
//! was written counts at once. A read that precedes a swap goes to the store.
use crate::store::cell::Kind;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The bytes of a key; `None` where there are none.
type Raw = Option<Vec<u8>>;

/// The records of these kinds that were seen.
#[derive(Default)]
pub(super) struct Memo {
    kinds: &'static [Kind],
    seen: Mutex<HashMap<String, Raw>>,
}

impl Memo {
    pub fn of(kinds: &'static [Kind]) -> Self {
        Self { kinds, seen: Mutex::default() }
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<String, Raw>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was seen there, or else what `read` answers.
    pub fn or_read<E>(&self, kind: Kind, key: &str, read: impl FnOnce() -> Result<Raw, E>) -> Result<Raw, E> {
        if !self.kinds.contains(&kind) {
            return read();
        }
        let mut seen = self.seen();
        if let Some(raw) = seen.get(key) {
            return Ok(raw.clone());
        }
        let raw = read()?;
        seen.insert(key.to_owned(), raw.clone());
        Ok(raw)
    }

    /// This is there now.
    pub fn note(&self, kind: Kind, key: &str, raw: &[u8]) {
        if self.kinds.contains(&kind) {
            self.seen().insert(key.to_owned(), Some(raw.to_vec()));
        }
    }

    /// Something else may be there now.
    pub fn forget(&self, key: &str) {
        self.seen().remove(key);
    }
}
