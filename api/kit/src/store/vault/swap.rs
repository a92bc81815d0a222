//! Writes that succeed only when nothing else was written in between.
use super::{Vault, trail::Trail};
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

/// The bytes that a swap replaces.
pub(super) struct Stored {
    raw: Vec<u8>,
    /// The trail of what replaces them.
    next: Trail,
}

impl Stored {
    /// What cannot be read has no trail.
    pub fn unreadable(raw: Vec<u8>) -> Self {
        Self { next: Trail::default().after(&raw), raw }
    }
}

/// A record as it is stored, for a swap on exactly this.
pub struct Standing<T> {
    /// The record.
    pub value: T,
    stored: Stored,
}

impl<T> Standing<T> {
    /// How many bytes it takes in the store.
    #[must_use]
    pub fn size(&self) -> usize {
        self.stored.raw.len()
    }
}

impl<A: Area> Vault<A> {
    /// The record of this cell, to be swapped later.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn standing<T: DeserializeOwned>(&self, cell: &Cell<A, T>) -> Result<Option<Standing<T>>, Failure> {
        let Some(raw) = self.store.get(cell.key())? else { return Ok(None) };
        let (value, trail) = self.open_with_trail(cell, &raw)?;
        Ok(Some(Standing { value, stored: Stored { next: trail.after(&raw), raw } }))
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
        let plain = self.seal.open(&self.place(cell), &raw)?;
        let (trail, json) = Trail::split(&plain).ok_or_else(|| Failure::Unreadable(cell.kind().word()))?;
        let new = self.seal.close(&self.place(cell), trail.after(&raw).before(json.to_vec()))?;
        self.memo.forget(cell.key());
        self.store.swap(cell.key(), Some(&raw), &new)?;
        Ok(true)
    }

    /// Replaces exactly what was read. `false`: somebody else was faster, and nothing was written.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn replace<T: Serialize>(&self, cell: &Cell<A, T>, standing: &Standing<T>, value: &T) -> Result<bool, Failure> {
        self.swap(cell, Some(&standing.stored), value)
    }

    pub(super) fn swap<T: Serialize>(
        &self,
        cell: &Cell<A, T>,
        stored: Option<&Stored>,
        value: &T,
    ) -> Result<bool, Failure> {
        let new = match stored {
            Some(stored) => self.close(cell, value, &stored.next)?,
            None => self.close(cell, value, &Trail::default())?,
        };
        self.memo.forget(cell.key());
        match self.store.swap(cell.key(), stored.map(|stored| stored.raw.as_slice()), &new)? {
            Swap::Swapped => self.memo.note(cell.kind(), cell.key(), &new),
            Swap::Lost => return self.came_of(cell, &new),
        }
        Ok(true)
    }

    /// Whether a swap that was reported as lost did write: its bytes are there, or what others made of them.
    fn came_of<T>(&self, cell: &Cell<A, T>, new: &[u8]) -> Result<bool, Failure> {
        let Some(now) = self.store.get(cell.key())? else { return Ok(false) };
        if now == new {
            self.memo.note(cell.kind(), cell.key(), new);
            return Ok(true);
        }
        // what cannot be read did not come from what was just written
        let Ok(plain) = self.seal.open(&self.place(cell), &now) else { return Ok(false) };
        Ok(Trail::split(&plain).is_some_and(|(trail, _json)| trail.holds(new)))
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
            let (current, stored) = match self.standing(cell)? {
                Some(Standing { value, stored }) => (Some(value), Some(stored)),
                None => (None, None),
            };
            match decide(current)? {
                Change::Keep(answer) => return Ok(answer),
                Change::Write(value, answer) => {
                    if self.swap(cell, stored.as_ref(), &value)? {
                        return Ok(answer);
                    }
                }
            }
        }
        Err(Failure::busy())
    }
}
