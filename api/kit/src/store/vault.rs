//! What is kept: the one place through which every value goes on its way to a store, and is sealed there.
//!
//! Every write gives other bytes, also of the same value: that tells whether a swap that "failed" was ours after all
//! (some stores say so of every swap) and makes A-B-A visible.
use crate::{
    Failure,
    store::{
        cell::{Area, Cell, Count, Key},
        seal::{Place, Seal},
    },
};
use keyvalue::{Store, Swap};
use serde::{Serialize, de::DeserializeOwned};
use shared::contract::ProblemKind;
use std::{collections::HashMap, marker::PhantomData, sync::Arc};

/// How often a decision is made again when others were faster.
const ATTEMPTS: usize = 12;

/// The values of one [`Area`]: a store, and how what is put in it is sealed.
pub struct Vault<A> {
    store: Arc<dyn Store>,
    gemeente: Arc<str>,
    seal: Seal,
    area: PhantomData<A>,
}

impl<A> Clone for Vault<A> {
    fn clone(&self) -> Self {
        let (store, gemeente, seal) = (self.store.clone(), self.gemeente.clone(), self.seal.clone());
        Self { store, gemeente, seal, area: PhantomData }
    }
}

/// What is to become of a record, decided on what stands there.
pub enum Change<T, R> {
    /// Write this, and answer that.
    Write(T, R),
    /// Leave it, and answer that.
    Keep(R),
}

/// A record as it stands, for a swap on exactly this.
pub struct Standing<T> {
    /// The record.
    pub value: T,
    raw: Vec<u8>,
}

impl<A: Area> Vault<A> {
    /// Over a store of this gemeente.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, gemeente: &str, seal: Seal) -> Self {
        Self { store, gemeente: gemeente.into(), seal, area: PhantomData }
    }

    /// Another area of the same store, sealed in this way.
    #[must_use]
    pub fn sealed<B: Area<Store = A::Store>>(&self, seal: Seal) -> Vault<B> {
        Vault { store: self.store.clone(), gemeente: self.gemeente.clone(), seal, area: PhantomData }
    }

    fn place<'a, T>(&'a self, cell: &'a Cell<A, T>) -> Place<'a> {
        Place::of(&self.gemeente, cell)
    }

    fn close<T: Serialize>(&self, cell: &Cell<A, T>, value: &T) -> Result<Vec<u8>, Failure> {
        let json = serde_json::to_vec(value).map_err(|_| Failure::Internal("a record could not be written as JSON"))?;
        self.seal.close(&self.place(cell), json)
    }

    fn open<T: DeserializeOwned>(&self, cell: &Cell<A, T>, raw: &[u8]) -> Result<T, Failure> {
        let json = self.seal.open(&self.place(cell), raw)?;
        serde_json::from_slice(&json).map_err(|_| Failure::Unreadable(cell.kind().word()))
    }

    /// Makes a record for [`Vault::set_many`], sealed as this vault seals.
    ///
    /// # Errors
    /// [`Failure::Keys`], [`Failure::Internal`].
    pub fn record<T: Serialize>(&self, cell: &Cell<A, T>, value: &T) -> Result<Record<A::Store>, Failure> {
        let raw = self.close(cell, value)?;
        Ok(Record { key: cell.key().to_owned(), raw, store: PhantomData })
    }

    /// The record of this cell.
    ///
    /// # Errors
    /// [`Failure::Unavailable`]; [`Failure::Unreadable`] for something that is not a record of this kind.
    pub fn get<T: DeserializeOwned>(&self, cell: &Cell<A, T>) -> Result<Option<T>, Failure> {
        Ok(self.standing(cell)?.map(|standing| standing.value))
    }

    /// The record of this cell, to be swapped later.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn standing<T: DeserializeOwned>(&self, cell: &Cell<A, T>) -> Result<Option<Standing<T>>, Failure> {
        let raw = self.store.get(cell.key())?;
        raw.map(|raw| Ok(Standing { value: self.open(cell, &raw)?, raw })).transpose()
    }

    /// Whether there is a record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn exists<B: Area<Store = A::Store>, T>(&self, cell: &Cell<B, T>) -> Result<bool, Failure> {
        Ok(self.store.exists(cell.key())?)
    }

    /// Whether what is there was written by an earlier version, in a form that is no longer read.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn is_earlier<T>(&self, cell: &Cell<A, T>) -> Result<bool, Failure> {
        Ok(self.store.get(cell.key())?.is_some_and(|raw| crate::store::seal::is_earlier(&raw)))
    }

    /// The records that are there, in the order of `cells`.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn get_many<T: DeserializeOwned>(&self, cells: &[Cell<A, T>]) -> Result<Vec<(Cell<A, T>, T)>, Failure> {
        if cells.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<String> = cells.iter().map(|cell| cell.key().to_owned()).collect();
        let mut found: HashMap<String, Vec<u8>> = self.store.get_many(&keys)?.into_iter().collect();
        let present = cells.iter().filter_map(|cell| found.remove(cell.key()).map(|raw| (cell, raw)));
        present.map(|(cell, raw)| Ok((cell.clone(), self.open(cell, &raw)?))).collect()
    }

    /// Puts one record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`]: nothing was kept.
    pub fn set<T: Serialize>(&self, cell: &Cell<A, T>, value: &T) -> Result<(), Failure> {
        Ok(self.store.set(cell.key(), &self.close(cell, value)?)?)
    }

    /// Puts records of this store, made with [`Vault::record`], in one step, where the store can; else in this order.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn set_many(&self, records: &[Record<A::Store>]) -> Result<(), Failure> {
        let pairs: Vec<(String, Vec<u8>)> = records.iter().map(|r| (r.key.clone(), r.raw.clone())).collect();
        Ok(self.store.set_many(&pairs)?)
    }

    /// Seals a record anew with the key now in use, if it was sealed with an older one. `false`: there is nothing to
    /// do. Somebody who writes meanwhile writes with the new key, so a lost swap is no loss.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] for a record that none of the keys opens; [`Failure::Unavailable`].
    pub fn reseal<T>(&self, cell: &Cell<A, T>) -> Result<bool, Failure> {
        let Some(raw) = self.store.get(cell.key())? else { return Ok(false) };
        if self.seal.is_current(&raw)? {
            return Ok(false);
        }
        let json = self.seal.open(&self.place(cell), &raw)?;
        let new = self.seal.close(&self.place(cell), json)?;
        self.store.swap(cell.key(), Some(&raw), &new)?;
        Ok(true)
    }

    /// Removes records of this store in one step, where the store can.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn delete_many(&self, keys: &[Key<A::Store>]) -> Result<(), Failure> {
        let keys: Vec<String> = keys.iter().map(|key| key.as_str().to_owned()).collect();
        if keys.is_empty() { Ok(()) } else { Ok(self.store.delete_many(&keys)?) }
    }

    /// Removes one record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn delete<B: Area<Store = A::Store>, T>(&self, cell: &Cell<B, T>) -> Result<(), Failure> {
        Ok(self.store.delete(cell.key())?)
    }

    /// The names of everything in the store: slow, for what is rarely asked.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn keys(&self) -> Result<Vec<String>, Failure> {
        Ok(self.store.keys()?)
    }

    /// Gives `count` new numbers; the answer is the last of them.
    ///
    /// # Errors
    /// [`Failure::Unavailable`], [`Failure::Unreadable`] for a damaged counter.
    pub fn next_numbers(&self, counter: &Cell<A, Count>, count: i64) -> Result<i64, Failure> {
        Ok(self.store.increment(counter.key(), count)?)
    }

    /// The last number given. Counters are touched by increment only.
    ///
    /// # Errors
    /// As [`Vault::next_numbers`].
    pub fn last_number(&self, counter: &Cell<A, Count>) -> Result<i64, Failure> {
        self.next_numbers(counter, 0)
    }

    /// Replaces exactly what stood there. `false`: somebody else was faster, nothing was written.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn replace<T: Serialize>(&self, cell: &Cell<A, T>, standing: &Standing<T>, value: &T) -> Result<bool, Failure> {
        self.swap(cell, Some(&standing.raw), value)
    }

    fn swap<T: Serialize>(&self, cell: &Cell<A, T>, expected: Option<&[u8]>, value: &T) -> Result<bool, Failure> {
        let new = self.close(cell, value)?;
        match self.store.swap(cell.key(), expected, &new)? {
            Swap::Swapped => Ok(true),
            Swap::Lost => Ok(self.store.get(cell.key())?.is_some_and(|now| now == new)),
        }
    }

    /// Reads, lets `decide` say what is to become of it, and writes if nothing else came between; decides again a
    /// bounded number of times.
    ///
    /// # Errors
    /// What `decide` answers; a [`ProblemKind::Busy`] when others were always faster.
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
        Err(Failure::of(ProblemKind::Busy, "Probeer het nog een keer."))
    }
}

/// A record ready to be put with others.
pub struct Record<S> {
    key: String,
    raw: Vec<u8>,
    store: PhantomData<S>,
}

impl<S> Record<S> {
    /// Key and sealed value, for who writes in a way of its own.
    #[must_use]
    pub fn into_pair(self) -> (String, Vec<u8>) {
        (self.key, self.raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::cell::{self, Cases};
    use crate::store::seal::Key;
    use crate::testing::{Watch, Watched};
    use keyvalue::{Memory, WeakSwap};

    fn vault(store: impl Store + 'static) -> Vault<Cases> {
        Vault::new(Arc::new(store), "hengelo", Seal::One(Box::new(Key::from_bytes([1; 32]))))
    }

    #[test]
    fn what_is_put_comes_back() {
        let vault = vault(Memory::default());
        assert_eq!(vault.get::<String>(&cell::open()).unwrap(), None);
        vault.set(&cell::open(), &"x").unwrap();
        assert_eq!(vault.get::<String>(&cell::open()).unwrap().as_deref(), Some("x"));
        assert_eq!(vault.get::<u8>(&cell::open()), Err(Failure::Unreadable("open index")));
    }

    #[test]
    fn updates_at_the_same_time_all_count() {
        for vault in [vault(Memory::default()), vault(WeakSwap::default())] {
            vault.set(&cell::open(), &0u32).unwrap();
            std::thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        for _ in 0..50 {
                            let add = |old: Option<u32>| Ok(Change::Write(old.unwrap_or(0) + 1, ()));
                            while vault.update(&cell::open(), add).is_err() {}
                        }
                    });
                }
            });
            assert_eq!(vault.get::<u32>(&cell::open()).unwrap(), Some(200));
        }
    }

    /// Has a store say "failed" of every swap, as Spin's Redis store does, also when it wrote.
    struct AlwaysLost;

    impl Watch for AlwaysLost {
        fn swapped(&self, _swap: Swap) -> Swap {
            Swap::Lost
        }
    }

    #[test]
    fn a_swap_that_wrote_and_says_it_failed_counts_once() {
        let vault = vault(Watched { store: Arc::new(Memory::default()), watch: AlwaysLost });
        vault.set(&cell::open(), &1u32).unwrap();
        let mut decided = 0;
        vault
            .update(&cell::open(), |old: Option<u32>| {
                decided += 1;
                Ok(Change::Write(old.unwrap_or(0) + 1, ()))
            })
            .unwrap();
        assert_eq!((decided, vault.get::<u32>(&cell::open()).unwrap()), (1, Some(2)));
    }
}
