//! The progress of taking in, and the outcome of every number issued. The counters are not sealed; this record is, so a
//! number without a case or a reason is noticed.
use super::{counters, index};
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{id::CaseId, moment::Moment};
use std::{collections::BTreeSet, ops::Range};

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

/// Does `work` with the stored record. One that cannot be read is made again: every arrival that waits is looked at
/// once more, and every number that has a line has a case. Which numbers came to nothing is then no longer known.
pub(super) fn with_state<R>(desk: &Desk, work: impl FnMut() -> Result<R, Failure>) -> Result<R, Failure> {
    let remake = || {
        let (done, numbered) = (counters::counted(desk)?, counters::last_number(desk)?);
        Ok(StoredTakeIn { done, numbered, remade: Some(desk.now()), ..StoredTakeIn::default() })
    };
    desk.healed(&StoredTakeIn::CELL, remake, work)
}

/// The last number whose outcome is known; 0 where that cannot be read.
pub(super) fn settled(desk: &Desk) -> Result<i64, Failure> {
    let stored = desk.cases.get(&StoredTakeIn::CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(stored.map_or(0, |stored| stored.numbered))
}

/// Records for every number issued since the last time whether it has a case. The numbers of `made` have one; of the
/// others the lines exist by now. Under the lease nobody else issues numbers. A number whose line cannot be read has
/// one.
pub(super) fn settle(desk: &Desk, state: &mut StoredTakeIn, made: &Range<i64>) -> Result<(), Failure> {
    let given = desk.cases.last_number(&cell::NUMBERS)?;
    for number in (state.numbered + 1..=given).filter(|number| !made.contains(number)) {
        let sequence = u32::try_from(number).unwrap_or(u32::MAX);
        match index::row(desk, sequence) {
            Ok(None) => state.void.push(number),
            Ok(Some(_)) | Err(Failure::Unreadable(_)) => {}
            Err(other) => return Err(other),
        }
    }
    state.numbered = given.max(state.numbered);
    Ok(())
}

/// The part of it that an inspection needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// All arrivals up to this one were looked at.
    pub done: i64,
    /// Up to this one they are out of the inbox.
    pub cleared: i64,
    /// Arrivals still expected.
    pub gaps: Vec<i64>,
    /// Arrivals that stayed away.
    pub never: Vec<i64>,
    /// The outcome of every case number up to this one is known.
    pub numbered: i64,
    /// The numbers that no case got.
    pub void: Vec<i64>,
    /// Arrivals that cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// When the record was made again, if it ever was.
    pub remade: Option<Moment>,
    /// Whether somebody is at work, or was stopped in it.
    pub at_work: bool,
}

/// How far taking in has come; `None` in a store that was never used.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn taken_in(desk: &Desk) -> Result<Option<TakenIn>, Failure> {
    let stored: Option<StoredTakeIn> = desk.cases.get(&StoredTakeIn::CELL)?;
    Ok(stored.map(|stored| TakenIn {
        done: stored.done,
        cleared: stored.cleared,
        gaps: stored.gaps.into_iter().map(|(n, _)| n).collect(),
        never: stored.never,
        numbered: stored.numbered,
        void: stored.void,
        unreadable: stored.unreadable,
        remade: stored.remade,
        at_work: stored.lease.is_some(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_form_still_loads() {
        let old = r#"{"tot":7,"gaten":[[3,"2026-03-02T10:00:00Z"]],"bezig":null}"#;
        let state: StoredTakeIn = serde_json::from_str(old).unwrap();
        assert_eq!((state.done, state.cleared, state.numbered), (7, 0, 0));
        assert!(!state.is_done(7) && state.void.is_empty() && state.never.is_empty());
    }
}
