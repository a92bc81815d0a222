//! The stored progress of taking in, and the outcome of every number issued. The counters are not sealed; this record
//! is, so a number without a case or a reason is noticed.
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell, Kind},
};
use serde::{Deserialize, Serialize};
use shared::{id::CaseId, moment::Moment};
use std::collections::BTreeSet;

/// Neither arrivals nor numbers come near it. Beyond it, sums would not fit.
const NEVER: i64 = 1 << 52;
/// The most arrivals that are named one by one as unreadable.
const NAMED: usize = 200;

/// The progress of taking in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredTakeIn {
    /// All arrivals up to this one were looked at.
    #[serde(rename = "tot")]
    pub done: i64,
    /// And up to this one they are out of the inbox. An older form has none: it looks at all of them once more.
    #[serde(rename = "opgeruimd", default)]
    pub cleared: i64,
    /// Earlier arrivals that were not there yet, and the moment each was first missed.
    #[serde(rename = "gaten")]
    pub gaps: Vec<(i64, Moment)>,
    /// Arrivals that never came: of a request that was cut off, or taken out of the inbox by somebody else.
    #[serde(rename = "nooitGekomen", default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<i64>,
    /// The outcome of every case number up to this one is known.
    #[serde(rename = "genummerd", default)]
    pub numbered: i64,
    /// Those that no case got, because a take-in stopped between number and case.
    #[serde(rename = "vervallen", default, skip_serializing_if = "Vec::is_empty")]
    pub void: Vec<i64>,
    /// Arrivals that came and cannot be read. Their bytes stay in the inbox, and each take-in tries them again.
    #[serde(rename = "onleesbaar", default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<Unreadable>,
    /// When this record was itself made again, because it could not be read.
    #[serde(rename = "opnieuwGemaakt", default, skip_serializing_if = "Option::is_none")]
    pub remade: Option<Moment>,
    /// The holder of the lease, and when it ends.
    #[serde(rename = "bezig")]
    pub lease: Option<(String, Moment)>,
}

/// A report that came in and cannot be read, or whose case cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// The number of its arrival.
    #[serde(rename = "aankomst")]
    pub number: i64,
    /// Its id, unless the arrival itself cannot be read.
    #[serde(rename = "melding", default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CaseId>,
    /// When that was first noticed.
    #[serde(rename = "sinds")]
    pub since: Moment,
    /// Whether a browser sealed it, and that is why.
    #[serde(rename = "verzegeld", default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
}

impl StoredTakeIn {
    /// Its cell.
    pub const CELL: Cell<Cases, Self> = cell::take_in();

    /// Whether there is nothing to do with so many arrivals.
    pub fn is_done(&self, arrived: i64) -> bool {
        self.cleared == arrived && self.done == arrived && self.gaps.is_empty()
    }

    /// What could not be read in a batch. What was named before keeps its moment.
    pub fn name_unreadable(&mut self, tried: &BTreeSet<i64>, found: Vec<Unreadable>) {
        let before = std::mem::take(&mut self.unreadable);
        let since = |number: i64| before.iter().find(|one| one.number == number).map(|one| one.since);
        let now = found.into_iter().map(|one| Unreadable { since: since(one.number).unwrap_or(one.since), ..one });
        self.unreadable = before.iter().filter(|one| !tried.contains(&one.number)).cloned().chain(now).collect();
        self.unreadable.sort_by_key(|one| one.number);
        self.unreadable.truncate(NAMED);
    }

    /// No longer waits for the gaps that `is_over` says it of.
    pub fn give_up(&mut self, is_over: impl Fn(Moment) -> bool) {
        let (over, waiting): (Vec<_>, Vec<_>) = self.gaps.iter().copied().partition(|(_, since)| is_over(*since));
        self.gaps = waiting;
        self.never.extend(over.into_iter().map(|(n, _)| n));
    }
}

impl StoredTakeIn {
    /// Returns itself, unless it holds what no take-in can have written.
    pub(super) fn possible(self) -> Result<Self, Failure> {
        let so = 0 <= self.cleared && self.cleared <= self.done && self.done < NEVER;
        let known = (0..NEVER).contains(&self.numbered) && self.gaps.iter().all(|(n, _)| (1..=self.done).contains(n));
        if so && known { Ok(self) } else { Err(Failure::Unreadable(Kind::TakeIn.word())) }
    }
}

/// The last number whose outcome is known; 0 where that cannot be read.
pub(super) fn settled(desk: &Desk) -> Result<i64, Failure> {
    let stored = desk.cases.get(&StoredTakeIn::CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(stored.map_or(0, |stored| stored.numbered))
}
