//! Care and health (zorg en gezondheid): a compartment of a case, kept apart from the rest of it [domain §3, "Two AFs,
//! two purposes"].
//!
//! An AF whose function is from zorg reads it as any part of the case. Any other AF sees that there is something, and
//! reads it after opening it with a ground and a reason, until the end of that day. Entries are added and never
//! changed; an entry can say which one it corrects.
use super::{Case, Entry, Event, Refusal};
use crate::{
    choice::choice,
    id::AccountId,
    moment::{Day, Moment},
    profile::Domain,
    text::Prose,
};
use serde::{Deserialize, Serialize};

choice!(
    /// What an AF gets of it.
    CareSight {
        /// All of it: the function of this AF is from zorg.
        OfCare = "zorg",
        /// All of it, until the end of the day: this AF opened it today.
        Opened = "geopend",
        /// That there is something, on which days and by whom. No words.
        Closed = "dicht",
    }
);

impl CareSight {
    /// What this AF gets of this case's compartment today. Without a domain the function is not known here, which is no
    /// proof that it is from zorg.
    #[must_use]
    pub fn of(case: &Case, who: &AccountId, domain: Option<Domain>, today: Day) -> Self {
        if domain == Some(Domain::Care) {
            return Self::OfCare;
        }
        let is_opening =
            |entry: &Entry| entry.by == *who && entry.at.day() == today && matches!(entry.event, Event::CareOpened(_));
        if case.entries().iter().any(is_opening) { Self::Opened } else { Self::Closed }
    }

    /// Whether the words are for this AF.
    #[must_use]
    pub fn reads(self) -> bool {
        match self {
            Self::OfCare | Self::Opened => true,
            Self::Closed => false,
        }
    }
}

/// One entry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareEntry {
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
    /// The AF who wrote it.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// The words.
    #[serde(rename = "tekst")]
    pub text: Prose,
    /// The entry that it corrects, counted from 0.
    #[serde(rename = "verbetert", default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<usize>,
}

/// All entries, the first one first.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareRecord {
    #[serde(rename = "regels")]
    entries: Vec<CareEntry>,
}

/// What is known about care is never shown by accident.
impl std::fmt::Debug for CareRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CareRecord(…)")
    }
}

impl CareRecord {
    /// The most entries.
    pub const MOST: usize = 100;
    /// The most characters of all entries together. A store takes a mebibyte, and a character is four bytes at most.
    pub const MOST_CHARACTERS: usize = 120_000;

    /// The entries.
    #[must_use]
    pub fn entries(&self) -> &[CareEntry] {
        &self.entries
    }

    /// Adds an entry; `false` when it is there already, because the answer to an earlier request was lost.
    ///
    /// # Errors
    /// [`Refusal::CareFull`]; [`Refusal::NothingToDo`] when there is no entry to correct.
    pub fn add(&mut self, new: CareEntry) -> Result<bool, Refusal> {
        let same = |one: &CareEntry| (&one.by, &one.text, one.corrects) == (&new.by, &new.text, new.corrects);
        if self.entries.iter().any(same) {
            return Ok(false);
        }
        if new.corrects.is_some_and(|corrects| corrects >= self.entries.len()) {
            return Err(Refusal::NothingToDo);
        }
        let characters = |one: &CareEntry| one.text.as_str().chars().count();
        let all: usize = self.entries.iter().chain([&new]).map(characters).sum();
        if self.entries.len() >= Self::MOST || all > Self::MOST_CHARACTERS {
            return Err(Refusal::CareFull);
        }
        self.entries.push(new);
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
