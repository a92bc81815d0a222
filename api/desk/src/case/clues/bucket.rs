//! One bucket of the index: so many slots, most of them empty. It shows neither how many cases are in it nor how often
//! something occurs: it is sealed, and its slots grow in steps and never shrink.
use super::super::{
    keys::{StoredKey, with},
    rekey,
};
use crate::Desk;
use kit::{
    Failure, hex,
    store::{
        Change, Once, Vault,
        cell::{self, CaseRecords, Cell, Keys, Kind},
    },
};
use serde::{Deserialize, Serialize};
use shared::case::clue::Shelf;
use std::collections::BTreeSet;

/// Slots of a new bucket; each step doubles them.
const FIRST: usize = 32;
/// The most slots: 400 KB, of the mebibyte that a store takes. 256 of these hold four million entries.
const MOST: usize = 16_384;
/// The most cases with one clue. Whatever somebody sends over and over does not crowd out the rest.
pub(super) const MOST_OF_ONE: usize = 500;
/// A slot as hex digits: eight bytes of a keyed hash, four of a case number.
const SLOT: usize = 24;

/// What a clue is found by: eight bytes of a keyed hash.
pub(in crate::case) type Tag = [u8; 8];

/// The name of a bucket: its shelf and its number, one byte of a keyed hash. So each shelf has 256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::case) struct Bucket {
    pub shelf: Shelf,
    pub number: u8,
}

impl Bucket {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Shelf::ALL.into_iter().flat_map(|shelf| (0..=u8::MAX).map(move |number| Self { shelf, number }))
    }

    /// With this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|bucket| bucket.name() == name)
    }

    fn name(self) -> String {
        let shelf = match self.shelf {
            Shelf::Open => 0,
            Shelf::Closed => 1,
        };
        format!("{shelf}{:02x}", self.number)
    }

    fn cell(self) -> Cell<CaseRecords, StoredBucket> {
        cell::clues(&self.name())
    }

    fn key(self) -> Cell<Keys, StoredKey> {
        cell::clue_key(&self.name())
    }

    /// Its content; nothing where nothing was ever put.
    pub fn read(self, desk: &Desk) -> Result<StoredBucket, Failure> {
        self.with_vault(desk, |vault| Ok(vault.get(&self.cell())?.unwrap_or_default())).map(Option::unwrap_or_default)
    }

    /// Whether there is one.
    pub fn is_there(self, desk: &Desk) -> Result<bool, Failure> {
        desk.cases.exists(&self.cell())
    }

    /// Changes it; one that is not there is made only when there is something to add. One that cannot be read stays as
    /// it is, for `meldroute lijsten`.
    pub fn change(self, desk: &Desk, adds: bool, with: impl Fn(&mut StoredBucket)) -> Result<(), Failure> {
        if adds {
            self.create(desk)?;
        }
        let write = |vault: &Vault<CaseRecords>| {
            vault.update(&self.cell(), |stored| {
                let Some(before) = stored else { return Ok(Change::Keep(())) };
                let mut after = before.clone();
                with(&mut after);
                Ok(if after == before { Change::Keep(()) } else { Change::Write(after, ()) })
            })
        };
        self.with_vault(desk, write).map(drop).or_else(|failure| failure.unless_damaged(()))
    }

    /// Puts one in its place, whatever was there: for making the whole index again, while nobody else writes.
    pub fn put(self, desk: &Desk, content: &StoredBucket) -> Result<(), Failure> {
        let stored = desk.keys.get(&self.key()).or_else(|failure| failure.unless_damaged(None))?;
        let key = match stored {
            Some(stored) => stored,
            None => {
                let made = StoredKey::random(desk)?;
                desk.keys.set(&self.key(), &made)?;
                made
            }
        };
        with(desk, &key).set(&self.cell(), content)
    }

    /// Gives it another key, if `is_due` holds of the one it has, so that no older copy of it opens.
    pub fn renew(self, desk: &Desk, is_due: impl Fn(&StoredKey) -> bool) -> Result<bool, Failure> {
        let unread = |failure: Failure| failure.unless_damaged(());
        rekey::renew(desk, &self.key(), |vault| vault.reseal(&self.cell()), is_due, unread)
    }

    /// Does `work` with its vault; `None` when it has no key. After its key was read it may have been sealed with
    /// another one: then the key is read once more.
    fn with_vault<R>(
        self,
        desk: &Desk,
        work: impl Fn(&Vault<CaseRecords>) -> Result<R, Failure>,
    ) -> Result<Option<R>, Failure> {
        let again = || {
            let Some(stored) = desk.keys.get(&self.key())? else {
                let is_there = self.is_there(desk)?;
                return if is_there { Err(Failure::Unreadable(Kind::ClueKey.word())) } else { Ok(None) };
            };
            work(&with(desk, &stored)).map(Some)
        };
        match again() {
            Err(Failure::Unreadable(_)) => again(),
            other => other,
        }
    }

    /// Makes key and bucket where they are not there: one of those who come at the same moment does ([`Once`]).
    fn create(self, desk: &Desk) -> Result<(), Failure> {
        let done = || {
            let both = desk.cases.exists(&self.cell())? && desk.keys.exists(&self.key())?;
            Ok(both.then_some(()))
        };
        if done()?.is_some() {
            return Ok(());
        }
        let write = || self.put(desk, &StoredBucket::default());
        match desk.cases.once(&cell::clue_turns(&self.name()), desk.inbox.patience, done, write)? {
            Once::Done(()) | Once::Found(()) => Ok(()),
            Once::Waiting => Err(Failure::busy()),
        }
    }
}

/// The slots of a bucket, as hex digits behind each other. An empty one is zeros: no case has the number 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::case) struct StoredBucket {
    #[serde(rename = "vakken")]
    slots: String,
}

impl Default for StoredBucket {
    fn default() -> Self {
        Self { slots: "0".repeat(FIRST * SLOT) }
    }
}

impl StoredBucket {
    /// The numbers of the cases with this clue.
    pub fn numbers(&self, tag: Tag) -> BTreeSet<u32> {
        self.entries().filter(|(other, _)| *other == tag).map(|(_, number)| number).collect()
    }

    /// Adds a case to a clue. What does not fit is named in the log; nobody is kept from anything by it.
    pub fn add(&mut self, tag: Tag, number: u32) {
        let mut all: BTreeSet<(Tag, u32)> = self.entries().collect();
        if all.contains(&(tag, number)) {
            return;
        }
        if all.range((tag, 0)..=(tag, u32::MAX)).count() >= MOST_OF_ONE || all.len() >= MOST {
            eprintln!("warning: a bucket of clues is full");
            return;
        }
        all.insert((tag, number));
        self.write(&all);
    }

    /// Takes a case off a clue.
    pub fn remove(&mut self, tag: Tag, number: u32) {
        self.keep(|entry| *entry != (tag, number));
    }

    /// Takes a case off all of them.
    pub fn forget(&mut self, number: u32) {
        self.keep(|(_, other)| *other != number);
    }

    /// Whether it names this case.
    #[cfg(test)]
    pub fn names(&self, number: u32) -> bool {
        self.entries().any(|(_, other)| other == number)
    }

    fn keep(&mut self, keep: impl Fn(&(Tag, u32)) -> bool) {
        let all: BTreeSet<(Tag, u32)> = self.entries().filter(keep).collect();
        self.write(&all);
    }

    fn entries(&self) -> impl Iterator<Item = (Tag, u32)> {
        self.slots.as_bytes().chunks(SLOT).filter_map(|slot| {
            let bytes: [u8; SLOT / 2] = hex::decode(std::str::from_utf8(slot).ok()?)?;
            let (tag, number) = bytes.split_at(8);
            let number = u32::from_be_bytes(number.try_into().ok()?);
            (number > 0).then_some((tag.try_into().ok()?, number))
        })
    }

    /// In the order of the tags, so that equal content is equal; with as many slots as before, or twice as many.
    fn write(&mut self, all: &BTreeSet<(Tag, u32)>) {
        let before = self.slots.len() / SLOT;
        let mut slots = before.max(FIRST);
        while slots < all.len() {
            slots *= 2;
        }
        self.slots.clear();
        for (tag, number) in all {
            self.slots.push_str(&hex::encode(&[&tag[..], &number.to_be_bytes()].concat()));
        }
        self.slots.push_str(&"0".repeat((slots - all.len()) * SLOT));
    }
}
