//! What is kept: the one place through which every value goes on its way to a store, and is sealed there.
//!
//! Every write gives other bytes, also of the same value: that tells whether a swap that "failed" was ours after all
//! (some stores say so of every swap) and makes A-B-A visible.
use crate::{
    Failure,
    seal::{Place, Seal},
};
use keyvalue::{Store, Swap};
use serde::{Serialize, de::DeserializeOwned};
use shared::contract::ProblemKind;
use std::sync::Arc;

/// How often a decision is made again when others were faster.
const ATTEMPTS: usize = 12;

/// One store, and how what is put in it is sealed.
#[derive(Clone)]
pub struct Vault {
    store: Arc<dyn Store>,
    label: &'static str,
    gemeente: Arc<str>,
    seal: Seal,
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

impl Vault {
    /// Over a store with this label, for this gemeente.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, label: &'static str, gemeente: &str, seal: Seal) -> Self {
        Self { store, label, gemeente: gemeente.into(), seal }
    }

    /// The same store, sealed another way.
    #[must_use]
    pub fn sealed(&self, seal: Seal) -> Self {
        Self { seal, ..self.clone() }
    }

    fn place<'a>(&'a self, key: &'a str) -> Place<'a> {
        Place { gemeente: &self.gemeente, store: self.label, key }
    }

    fn close(&self, key: &str, value: &impl Serialize) -> Result<Vec<u8>, Failure> {
        let json = serde_json::to_vec(value).map_err(|_| Failure::Internal("a record could not be written as JSON"))?;
        self.seal.close(&self.place(key), json)
    }

    fn open<T: DeserializeOwned>(&self, key: &str, raw: &[u8]) -> Result<T, Failure> {
        let json = self.seal.open(&self.place(key), raw)?;
        serde_json::from_slice(&json).map_err(|_| Failure::Unreadable(crate::seal::kind_of(key)))
    }

    /// Makes a record for [`Vault::set_many`], sealed as this vault seals.
    ///
    /// # Errors
    /// [`Failure::Keys`], [`Failure::Internal`].
    pub fn record(&self, key: String, value: &impl Serialize) -> Result<Record, Failure> {
        let raw = self.close(&key, value)?;
        Ok(Record { key, raw })
    }

    /// The record at `key`.
    ///
    /// # Errors
    /// [`Failure::Unavailable`]; [`Failure::Unreadable`] for something that is not a record of this kind.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Failure> {
        Ok(self.standing(key)?.map(|standing| standing.value))
    }

    /// The record at `key`, to be swapped later.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn standing<T: DeserializeOwned>(&self, key: &str) -> Result<Option<Standing<T>>, Failure> {
        let raw = self.store.get(key)?;
        raw.map(|raw| Ok(Standing { value: self.open(key, &raw)?, raw })).transpose()
    }

    /// Whether there is a record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn exists(&self, key: &str) -> Result<bool, Failure> {
        Ok(self.store.exists(key)?)
    }

    /// The records that are there, in the order of `keys`.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn get_many<T: DeserializeOwned>(&self, keys: &[String]) -> Result<Vec<(String, T)>, Failure> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let mut found: std::collections::HashMap<String, Vec<u8>> = self.store.get_many(keys)?.into_iter().collect();
        let present = keys.iter().filter_map(|key| found.remove(key).map(|raw| (key, raw)));
        present.map(|(key, raw)| Ok((key.clone(), self.open(key, &raw)?))).collect()
    }

    /// Puts one record.
    ///
    /// # Errors
    /// [`Failure::Unavailable`]: nothing was kept.
    pub fn set(&self, key: &str, value: &impl Serialize) -> Result<(), Failure> {
        Ok(self.store.set(key, &self.close(key, value)?)?)
    }

    /// Puts records of this store, made with [`Vault::record`], in one step, where the store can; else in this order.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn set_many(&self, records: &[Record]) -> Result<(), Failure> {
        let pairs: Vec<(String, Vec<u8>)> = records.iter().map(|r| (r.key.clone(), r.raw.clone())).collect();
        Ok(self.store.set_many(&pairs)?)
    }

    /// Seals a record anew with the key now in use, if it was sealed with an older one. `false`: there is nothing to
    /// do. Somebody who writes meanwhile writes with the new key, so a lost swap is no loss.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] for a record that none of the keys opens; [`Failure::Unavailable`].
    pub fn reseal(&self, key: &str) -> Result<bool, Failure> {
        let Some(raw) = self.store.get(key)? else { return Ok(false) };
        if self.seal.is_current(&raw)? {
            return Ok(false);
        }
        let json = self.seal.open(&self.place(key), &raw)?;
        let new = self.seal.close(&self.place(key), json)?;
        self.store.swap(key, Some(&raw), &new)?;
        Ok(true)
    }

    /// Removes records.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn delete_many(&self, keys: &[String]) -> Result<(), Failure> {
        if keys.is_empty() { Ok(()) } else { Ok(self.store.delete_many(keys)?) }
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
    pub fn next_numbers(&self, key: &str, count: i64) -> Result<i64, Failure> {
        Ok(self.store.increment(key, count)?)
    }

    /// The last number given. Counters are touched by increment only.
    ///
    /// # Errors
    /// As [`Vault::next_numbers`].
    pub fn last_number(&self, key: &str) -> Result<i64, Failure> {
        self.next_numbers(key, 0)
    }

    /// Replaces exactly what stood there. `false`: somebody else was faster, nothing was written.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn replace<T>(&self, key: &str, standing: &Standing<T>, value: &impl Serialize) -> Result<bool, Failure> {
        self.swap(key, Some(&standing.raw), value)
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, value: &impl Serialize) -> Result<bool, Failure> {
        let new = self.close(key, value)?;
        match self.store.swap(key, expected, &new)? {
            Swap::Swapped => Ok(true),
            Swap::Lost => Ok(self.store.get(key)?.is_some_and(|now| now == new)),
        }
    }

    /// Reads, lets `decide` say what is to become of it, and writes if nothing else came between; decides again a
    /// bounded number of times.
    ///
    /// # Errors
    /// What `decide` answers; a [`ProblemKind::Busy`] when others were always faster.
    pub fn update<T, R>(
        &self,
        key: &str,
        mut decide: impl FnMut(Option<T>) -> Result<Change<T, R>, Failure>,
    ) -> Result<R, Failure>
    where
        T: Serialize + DeserializeOwned,
    {
        for _attempt in 0..ATTEMPTS {
            let raw = self.store.get(key)?;
            let current = raw.as_deref().map(|raw| self.open(key, raw)).transpose()?;
            match decide(current)? {
                Change::Keep(answer) => return Ok(answer),
                Change::Write(value, answer) => {
                    if self.swap(key, raw.as_deref(), &value)? {
                        return Ok(answer);
                    }
                }
            }
        }
        Err(Failure::of(ProblemKind::Busy, "Probeer het nog een keer."))
    }
}

/// A record ready to be put with others.
pub struct Record {
    key: String,
    raw: Vec<u8>,
}

impl Record {
    /// Key and sealed value, for who writes in a way of its own.
    #[must_use]
    pub fn into_pair(self) -> (String, Vec<u8>) {
        (self.key, self.raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::Key;
    use crate::watched::{Watch, Watched};
    use keyvalue::{Memory, WeakSwap};

    fn vault(store: impl Store + 'static) -> Vault {
        Vault::new(Arc::new(store), "cases", "hengelo", Seal::One(Box::new(Key::from_bytes([1; 32]))))
    }

    #[test]
    fn what_is_put_comes_back() {
        let vault = vault(Memory::default());
        assert_eq!(vault.get::<String>("open").unwrap(), None);
        vault.set("open", &"x").unwrap();
        assert_eq!(vault.get::<String>("open").unwrap().as_deref(), Some("x"));
        assert_eq!(vault.get::<u8>("open"), Err(Failure::Unreadable("open index")));
    }

    #[test]
    fn updates_at_the_same_time_all_count() {
        for vault in [vault(Memory::default()), vault(WeakSwap::default())] {
            vault.set("open", &0u32).unwrap();
            std::thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        for _ in 0..50 {
                            let add = |old: Option<u32>| Ok(Change::Write(old.unwrap_or(0) + 1, ()));
                            while vault.update("open", add).is_err() {}
                        }
                    });
                }
            });
            assert_eq!(vault.get::<u32>("open").unwrap(), Some(200));
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
        vault.set("open", &1u32).unwrap();
        let mut decided = 0;
        vault
            .update("open", |old: Option<u32>| {
                decided += 1;
                Ok(Change::Write(old.unwrap_or(0) + 1, ()))
            })
            .unwrap();
        assert_eq!((decided, vault.get::<u32>("open").unwrap()), (1, Some(2)));
    }
}
