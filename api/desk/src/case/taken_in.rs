//! The progress of taking in, and the outcome of every number issued. The counters are not sealed; this record is, so a
//! number without a case or a reason is noticed.
use super::index;
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::moment::Moment;
use std::ops::Range;

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
    /// The holder of the lease, and when it ends.
    #[serde(rename = "bezig")]
    pub lease: Option<(String, Moment)>,
}

impl StoredTakeIn {
    /// Its cell.
    pub const CELL: Cell<Cases, Self> = cell::take_in();

    /// Whether there is nothing to do with so many arrivals.
    pub fn is_done(&self, arrived: i64) -> bool {
        self.cleared == arrived && self.done == arrived && self.gaps.is_empty()
    }

    /// No longer waits for the gaps that `is_over` says it of.
    pub fn give_up(&mut self, is_over: impl Fn(Moment) -> bool) {
        let (over, waiting): (Vec<_>, Vec<_>) = self.gaps.iter().copied().partition(|(_, since)| is_over(*since));
        self.gaps = waiting;
        self.never.extend(over.into_iter().map(|(n, _)| n));
    }
}

/// Records for every number issued since the last time whether it has a case. The numbers of `made` have one; of the
/// others the lines exist by now. Under the lease nobody else issues numbers.
pub(super) fn settle(desk: &Desk, state: &mut StoredTakeIn, made: &Range<i64>) -> Result<(), Failure> {
    let given = desk.cases.last_number(&cell::NUMBERS)?;
    for number in (state.numbered + 1..=given).filter(|number| !made.contains(number)) {
        let sequence = u32::try_from(number).unwrap_or(u32::MAX);
        if index::row(desk, sequence)?.is_none() {
            state.void.push(number);
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
