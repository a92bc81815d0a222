//! What was told already of the cases whose numbers are in one chunk.
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{
    case::Row,
    told::{Notice, terms},
};
use std::collections::BTreeMap;

/// Numbers and occasions; nothing of what a case says. What no longer holds is dropped, and so is a case that is closed
/// or gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredNoticed {
    /// The mark of the outbox for which it was noticed.
    #[serde(rename = "merk", default)]
    pub mark: String,
    /// Per number of a case.
    #[serde(rename = "dossiers", default)]
    pub cases: BTreeMap<u32, Vec<Notice>>,
}

fn cell(chunk: u32) -> Cell<Cases, StoredNoticed> {
    cell::noticed(chunk)
}

impl StoredNoticed {
    /// As stored; empty where that cannot be read, or was for an outbox that is no more.
    pub fn read(desk: &Desk, chunk: u32, mark: &str) -> Result<Self, Failure> {
        let stored = desk.cases.get(&cell(chunk)).or_else(|failure| failure.unless_damaged(None))?;
        let empty = Self { mark: mark.to_owned(), ..Self::default() };
        Ok(stored.filter(|stored: &Self| stored.mark == mark).unwrap_or(empty))
    }

    /// Writes it; an empty one is taken away.
    pub fn write(&self, desk: &Desk, chunk: u32) -> Result<(), Failure> {
        if self.cases.is_empty() { forget(desk, chunk) } else { desk.cases.set(&cell(chunk), self) }
    }

    /// What of this was not told yet of the case of this line.
    pub fn new_of(&self, row: &Row, now: &[Notice]) -> Vec<Notice> {
        let known = self.cases.get(&row.number.sequence).map(Vec::as_slice).unwrap_or_default();
        now.iter().filter(|notice| !known.contains(notice)).copied().collect()
    }

    /// What is known of the case of this line afterwards: what holds now, and what was told of the same term, which
    /// does not hold on every day.
    pub fn after(&self, row: &Row, now: Vec<Notice>) -> Vec<Notice> {
        let known = self.cases.get(&row.number.sequence).map(Vec::as_slice).unwrap_or_default();
        let still = terms(row);
        let same = |notice: &&Notice| notice.day.is_some_and(|day| still.contains(&day)) && !now.contains(notice);
        let kept: Vec<Notice> = known.iter().filter(same).copied().collect();
        now.into_iter().chain(kept).collect()
    }
}

/// Takes away what was noticed of a chunk.
pub(super) fn forget(desk: &Desk, chunk: u32) -> Result<(), Failure> {
    desk.cases.delete(&cell(chunk))
}
