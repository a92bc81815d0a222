//! How far taking in has come: made again when it cannot be read, settled after each batch, told to an inspection.
use super::{
    counters, lines,
    state::{StoredTakeIn, Unreadable},
};
use crate::Desk;
use kit::{Failure, store::cell};
use shared::moment::Moment;
use std::ops::Range;

/// Does `work` with the stored record. One that cannot be read is made again: every arrival that waits is looked at
/// once more, and every number that has a line has a case. Which numbers came to nothing is then no longer known.
pub(super) fn with_state<R>(desk: &Desk, work: impl FnMut() -> Result<R, Failure>) -> Result<R, Failure> {
    let remake = || {
        let (done, numbered) = (counters::counted(desk)?, counters::last_number(desk)?);
        Ok(StoredTakeIn { done, numbered, remade: Some(desk.now()), ..StoredTakeIn::default() })
    };
    desk.healed(&StoredTakeIn::CELL, remake, work)
}

/// Records for every number issued since the last time whether it has a case. The numbers of `made` have one; of the
/// others the lines exist by now. Under the lease nobody else issues numbers. A number whose line cannot be read has
/// one.
pub(super) fn settle(desk: &Desk, state: &mut StoredTakeIn, made: &Range<i64>) -> Result<(), Failure> {
    let given = desk.cases.last_number(&cell::NUMBERS)?;
    for number in (state.numbered + 1..=given).filter(|number| !made.contains(number)) {
        let sequence = u32::try_from(number).unwrap_or(u32::MAX);
        match lines::row(desk, sequence) {
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
