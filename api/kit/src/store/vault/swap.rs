//! Writes that succeed only when nothing else was written in between.
use super::Vault;
use crate::{
    Failure,
    store::cell::{Area, Cell},
};
use keyvalue::Swap;
use serde::{Serialize, de::DeserializeOwned};

/// How many times a decision is tried when others were faster.
const ATTEMPTS: usize = 12;

/// The decision on a record, made on the stored value.
pub enum Change<T, R> {
    /// Write the first, and return the second.
    Write(T, R),
    /// Leave it, and return this.
    Keep(R),
}

/// A record as it is stored, for a swap on exactly this.
pub struct Standing<T> {
    /// The record.
    pub value: T,
    raw: Vec<u8>,
}

impl<T> Standing<T> {
    /// How many bytes it takes in the store.
    #[must_use]
    pub fn size(&self) -> usize {
        self.raw.len()
    }
}

impl<A: Area> Vault<A> {
    /// The record of this cell, to be swapped later.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn standing<T: DeserializeOwned>(&self, cell: &Cell<A, T>) -> Result<Option<Standing<T>>, Failure> {
        let raw = self.store.get(cell.key())?;
        raw.map(|raw| Ok(Standing { value: self.open(cell, &raw)?, raw })).transpose()
    }

    /// Seals a record again with the key now in use, if an older key sealed it. `false`: there is nothing to do.
    /// Another writer uses the new key as well, so a lost swap is no loss.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] for a record that none of the keys opens, or [`Failure::Unavailable`].
    pub fn reseal<T>(&self, cell: &Cell<A, T>) -> Result<bool, Failure> {
        let Some(raw) = self.store.get(cell.key())? else { return Ok(false) };
        if self.seal.is_current(&raw)? {
            return Ok(false);
        }
        let json = self.seal.open(&self.place(cell), &raw)?;
        let new = self.seal.close(&self.place(cell), json)?;
        self.memo.forget(cell.key());
        self.store.swap(cell.key(), Some(&raw), &new)?;
        Ok(true)
    }

    /// Replaces exactly what was read. `false`: somebody else was faster, and nothing was written.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn replace<T: Serialize>(&self, cell: &Cell<A, T>, standing: &Standing<T>, value: &T) -> Result<bool, Failure> {
        self.swap(cell, Some(&standing.raw), value)
    }

    pub(super) fn swap<T: Serialize>(
        &self,
        cell: &Cell<A, T>,
        expected: Option<&[u8]>,
        value: &T,
    ) -> Result<bool, Failure> {
        let new = self.close(cell, value)?;
        self.memo.forget(cell.key());
        let done = match self.store.swap(cell.key(), expected, &new)? {
            Swap::Swapped => true,
            Swap::Lost => self.store.get(cell.key())?.is_some_and(|now| now == new),
        };
        if done {
            self.memo.note(cell.kind(), cell.key(), &new);
        }
        Ok(done)
    }

    /// Reads the record, lets `decide` choose what to do, and writes if nothing else was written in between. Otherwise
    /// it decides again, a bounded number of times.
    ///
    /// # Errors
    /// The errors of `decide`, or [`Failure::busy`] when others were faster every time.
    pub fn update<T, R>(
        &self,
        cell: &Cell<A, T>,
        mut decide: impl FnMut(Option<T>) -> Result<Change<T, R>, Failure>,
    ) -> Result<R, Failure>
    where
        T: Serialize + DeserializeOwned,
    {
        for _attempt in 0..ATTEMPTS {
            let raw = self.store.get(cell.key())?;
            let current = raw.as_deref().map(|raw| self.open(cell, raw)).transpose()?;
            match decide(current)? {
                Change::Keep(answer) => return Ok(answer),
                Change::Write(value, answer) => {
                    if self.swap(cell, raw.as_deref(), &value)? {
                        return Ok(answer);
                    }
                }
            }
        }
        Err(Failure::busy())
    }
}
