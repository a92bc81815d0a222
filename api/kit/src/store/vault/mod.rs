//! Every value goes through a vault on its way to a store. It is sealed here.
//!
//! Every write gives different bytes, even for the same value. Some stores report every swap as failed: the bytes show
//! whether such a swap was ours after all, also when others wrote over it meanwhile (`trail`). They also reveal a value
//! that was changed and changed back (A-B-A).
mod heal;
mod many;
mod memo;
mod numbers;
mod once;
mod swap;
#[cfg(test)]
mod tests;
mod trail;

pub use numbers::last_used;
pub use once::{Once, Patience};
pub use swap::{Change, Standing};

use crate::{
    Failure,
    store::{
        cell::{Area, Cell, Key, Kind},
        seal::{Place, Seal},
    },
};
use keyvalue::Store;
use memo::Memo;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    collections::HashMap,
    marker::PhantomData,
    sync::{Arc, atomic::AtomicBool},
};
use trail::Trail;

/// The values of one [`Area`]: a store, and how values are sealed in it.
pub struct Vault<A> {
    store: Arc<dyn Store>,
    /// Whether the store refused to give many values at once. Vaults over the same store share it.
    refuses_many: Arc<AtomicBool>,
    gemeente: Arc<str>,
    seal: Seal,
    memo: Arc<Memo>,
    area: PhantomData<A>,
}

impl<A> Clone for Vault<A> {
    fn clone(&self) -> Self {
        self.sealed_as(self.seal.clone())
    }
}

impl<A> Vault<A> {
    fn sealed_as<B>(&self, seal: Seal) -> Vault<B> {
        let (store, refuses_many) = (self.store.clone(), self.refuses_many.clone());
        let (gemeente, memo) = (self.gemeente.clone(), self.memo.clone());
        Vault { store, refuses_many, gemeente, seal, memo, area: PhantomData }
    }
}

/// Records that are there, each with its cell.
pub type Found<A, T> = Vec<(Cell<A, T>, T)>;

/// Records that are there, each with its cell: some of them cannot be read.
pub type Each<A, T> = Vec<(Cell<A, T>, Result<T, Failure>)>;

impl<A: Area> Vault<A> {
    /// A vault over a store of this gemeente.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, gemeente: &str, seal: Seal) -> Self {
        let (refuses_many, memo) = (Arc::default(), Arc::default());
        Self { store, refuses_many, gemeente: gemeente.into(), seal, memo, area: PhantomData }
    }

    /// The same for one request: records of these kinds are read from the store once. What others write meanwhile is
    /// not seen, so this is not for longer work.
    #[must_use]
    pub fn remembering(&self, kinds: &'static [Kind]) -> Self {
        Self { memo: Arc::new(Memo::of(kinds)), ..self.clone() }
    }

    /// Another area of the same store, sealed in this way.
    #[must_use]
    pub fn sealed<B: Area<Store = A::Store>>(&self, seal: Seal) -> Vault<B> {
        self.sealed_as(seal)
    }

    fn place<'a, T>(&'a self, cell: &'a Cell<A, T>) -> Place<'a> {
        Place::of(&self.gemeente, cell)
    }

    fn close<T: Serialize>(&self, cell: &Cell<A, T>, value: &T, trail: &Trail) -> Result<Vec<u8>, Failure> {
        let json = serde_json::to_vec(value).map_err(|_| Failure::Internal("a record could not be written as JSON"))?;
        self.seal.close(&self.place(cell), trail.before(json))
    }

    fn open<T: DeserializeOwned>(&self, cell: &Cell<A, T>, raw: &[u8]) -> Result<T, Failure> {
        Ok(self.open_with_trail(cell, raw)?.0)
    }

    fn open_with_trail<T: DeserializeOwned>(&self, cell: &Cell<A, T>, raw: &[u8]) -> Result<(T, Trail), Failure> {
        let unreadable = || Failure::Unreadable(cell.kind().word());
        let plain = self.seal.open(&self.place(cell), raw)?;
        let (trail, json) = Trail::split(&plain).ok_or_else(unreadable)?;
        Ok((serde_json::from_slice(json).map_err(|_| unreadable())?, trail))
    }

    /// Makes a record for [`Vault::set_many`], sealed as this vault seals.
    ///
    /// # Errors
    /// [`Failure::Keys`], [`Failure::Internal`].
    pub fn record<T: Serialize>(&self, cell: &Cell<A, T>, value: &T) -> Result<Record<A::Store>, Failure> {
        let raw = self.close(cell, value, &Trail::default())?;
        Ok(Record { key: cell.key().to_owned(), raw, store: PhantomData })
    }

    /// The record to begin with, for [`Vault::set_many`], where there is none yet. A swap on a record that is there
    /// lets one of two win in every store; a swap that creates one does not.
    ///
    /// # Errors
    /// As [`Vault::record`]; [`Failure::Unavailable`].
    pub fn first<T: Serialize + Default>(&self, cell: &Cell<A, T>) -> Result<Option<Record<A::Store>>, Failure> {
        if self.exists(cell)? { Ok(None) } else { self.record(cell, &T::default()).map(Some) }
    }

    /// The record of this cell.
    ///
    /// # Errors
    /// [`Failure::Unavailable`], or [`Failure::Unreadable`] for something that is not a record of this kind.
    pub fn get<T: DeserializeOwned>(&self, cell: &Cell<A, T>) -> Result<Option<T>, Failure> {
        let raw = self.memo.or_read(cell.kind(), cell.key(), || self.store.get(cell.key()))?;
        raw.map(|raw| self.open(cell, &raw)).transpose()
    }

    /// Whether there is a record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn exists<B: Area<Store = A::Store>, T>(&self, cell: &Cell<B, T>) -> Result<bool, Failure> {
        Ok(self.store.exists(cell.key())?)
    }

    /// Whether an earlier version wrote what is there, in a form that is no longer read.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn is_earlier<T>(&self, cell: &Cell<A, T>) -> Result<bool, Failure> {
        Ok(self.store.get(cell.key())?.is_some_and(|raw| crate::store::seal::is_earlier(&raw)))
    }

    /// The records that are there, in the order of `cells`.
    ///
    /// # Errors
    /// As [`Vault::get`]: one that cannot be read is the error of all.
    pub fn get_many<T: DeserializeOwned>(&self, cells: &[Cell<A, T>]) -> Result<Found<A, T>, Failure> {
        self.get_each(cells)?.into_iter().map(|(cell, record)| Ok((cell, record?))).collect()
    }

    /// As [`Vault::get_many`], where one that cannot be read is an error of its own.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn get_each<T: DeserializeOwned>(&self, cells: &[Cell<A, T>]) -> Result<Each<A, T>, Failure> {
        if cells.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<String> = cells.iter().map(|cell| cell.key().to_owned()).collect();
        let mut found: HashMap<String, Vec<u8>> = self.raw_many(&keys)?.into_iter().collect();
        let present = cells.iter().filter_map(|cell| found.remove(cell.key()).map(|raw| (cell, raw)));
        Ok(present.map(|(cell, raw)| (cell.clone(), self.open(cell, &raw))).collect())
    }

    /// Puts one record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`]: nothing was stored.
    pub fn set<T: Serialize>(&self, cell: &Cell<A, T>, value: &T) -> Result<(), Failure> {
        let raw = self.close(cell, value, &Trail::default())?;
        self.memo.forget(cell.key());
        self.store.set(cell.key(), &raw)?;
        self.memo.note(cell.kind(), cell.key(), &raw);
        Ok(())
    }

    /// Puts records of this store, made with [`Vault::record`], in one step. A store that can't do that puts them in
    /// this order.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn set_many(&self, records: &[Record<A::Store>]) -> Result<(), Failure> {
        let pairs: Vec<(String, Vec<u8>)> = records.iter().map(|r| (r.key.clone(), r.raw.clone())).collect();
        self.forget_all(pairs.iter().map(|(key, _)| key));
        Ok(self.store.set_many(&pairs)?)
    }

    fn forget_all<'a>(&self, keys: impl IntoIterator<Item = &'a String>) {
        keys.into_iter().for_each(|key| self.memo.forget(key));
    }

    /// Removes records of this store, in one step if the store can.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn delete_many(&self, keys: &[Key<A::Store>]) -> Result<(), Failure> {
        let keys: Vec<String> = keys.iter().map(|key| key.as_str().to_owned()).collect();
        self.forget_all(&keys);
        if keys.is_empty() { Ok(()) } else { Ok(self.store.delete_many(&keys)?) }
    }

    /// Removes one record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn delete<B: Area<Store = A::Store>, T>(&self, cell: &Cell<B, T>) -> Result<(), Failure> {
        self.memo.forget(cell.key());
        Ok(self.store.delete(cell.key())?)
    }

    /// The names of everything in the store. This is slow, so it is for rare use.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn keys(&self) -> Result<Vec<String>, Failure> {
        Ok(self.store.keys()?)
    }
}

/// A record that is ready to be put together with others.
pub struct Record<S> {
    key: String,
    raw: Vec<u8>,
    store: PhantomData<S>,
}

impl<S> Record<S> {
    /// Key and sealed value, for code that writes them itself.
    #[must_use]
    pub fn into_pair(self) -> (String, Vec<u8>) {
        (self.key, self.raw)
    }
}
