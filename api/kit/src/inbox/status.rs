//! The status for the holder of a receipt code, sealed with a key derived from the code. `intake` has the code when it
//! writes the first status. `review` has the same key in the case. With the store alone nobody can open it.
use super::stored::StoredStatus;
use crate::{
    Failure, hex,
    store::{
        Change, Record, Vault,
        cell::{self, Cell, Count, Key as StoreKey, Pointers, Statuses},
        seal::{Key, Seal},
    },
};
use shared::id::StatusKey;

/// The place of one code's status.
pub struct StatusSlot {
    vault: Vault<Statuses>,
    cell: Cell<Statuses, StoredStatus>,
    turns: Cell<Pointers, Count>,
}

impl StatusSlot {
    pub(crate) fn new(inbox: &Vault<Pointers>, status: &StatusKey) -> Self {
        let secret = status.as_str().as_bytes();
        let lookup = Key::derive(secret, "status lookup");
        let (lookup, _) = lookup.bytes().split_at(16);
        let vault = inbox.sealed(Seal::One(Box::new(Key::derive(secret, "status"))));
        let lookup = hex::encode(lookup);
        Self { vault, cell: cell::status(&lookup), turns: cell::turns(&lookup) }
    }

    /// Its name in the store.
    #[must_use]
    pub fn name(&self) -> &str {
        self.cell.key()
    }

    /// How many turns were taken to write this status for the first time. Needed only until the status is there.
    #[must_use]
    pub fn turns(&self) -> &Cell<Pointers, Count> {
        &self.turns
    }

    /// The stored value.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn get(&self) -> Result<Option<StoredStatus>, Failure> {
        self.vault.get(&self.cell)
    }

    /// A record of it, for writing it together with others.
    ///
    /// # Errors
    /// As [`Vault::record`].
    pub fn record(&self, status: &StoredStatus) -> Result<Record<Pointers>, Failure> {
        self.vault.record(&self.cell, status)
    }

    /// Removes it: the code opens nothing any more.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn remove(&self) -> Result<(), Failure> {
        let keys: [StoreKey<Pointers>; 2] = [self.cell.to_key(), self.turns.to_key()];
        self.vault.delete_many(&keys)
    }

    /// Changes it, based on the stored value; on what `remake` gives, where that cannot be read.
    ///
    /// # Errors
    /// As [`Vault::update`].
    pub fn update<R>(
        &self,
        remake: impl FnOnce() -> StoredStatus,
        mut decide: impl FnMut(Option<StoredStatus>) -> Result<Change<StoredStatus, R>, Failure>,
    ) -> Result<R, Failure> {
        self.vault.healed(&self.cell, || Ok(remake()), || self.vault.update(&self.cell, &mut decide))
    }
}
