//! How many reports came in in the last hour, over all networks, for about nothing: every two minutes at most, one
//! report notes how many came before it. The record is not sealed, so it says when reports came; due work empties it
//! once an hour went by without one.
use super::context::Inbox;
use crate::{
    Failure,
    store::{
        Change,
        cell::{self, Cell, Pointers},
    },
};
use serde::{Deserialize, Serialize};
use shared::{contract::ProblemKind, moment::Moment};

/// Where it is kept.
const PACE: Cell<Pointers, Vec<Noted>> = cell::pace();
/// Seconds looked back.
const HOUR: i64 = 3600;
/// The least seconds between two notes: some thirty of them in an hour.
const EVERY: i64 = 120;

/// A moment, and how many reports had come before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Noted {
    #[serde(rename = "op")]
    at: Moment,
    #[serde(rename = "ervoor")]
    before: i64,
}

/// How many reports came in in the last hour: some of its first two minutes may be missing. None where that cannot be
/// read: then nobody is asked for anything.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn arrivals(inbox: &Inbox) -> Result<u32, Failure> {
    let noted = inbox.pointers.get(&PACE).or_else(|failure| failure.unless_damaged(None))?.unwrap_or_default();
    let Some(first) = recent(&noted, inbox.now()).next() else { return Ok(0) };
    let counted = inbox.pointers.last_number(&cell::ARRIVALS).or_else(|failure| failure.unless_damaged(0))?;
    Ok(u32::try_from(counted.saturating_sub(first.before).max(0)).unwrap_or(u32::MAX))
}

/// The notes of the last hour, oldest first. One from the future, of a clock that was set back, is none.
fn recent(noted: &[Noted], now: Moment) -> impl Iterator<Item = Noted> {
    noted.iter().copied().filter(move |one| one.at <= now && now < one.at.plus_seconds(HOUR))
}

/// The report with this arrival number is in. Whatever becomes of the note, the report is there.
pub(super) fn note(inbox: &Inbox, number: i64) {
    let now = inbox.now();
    let work = || {
        inbox.pointers.update(&PACE, |stored| {
            let mut notes: Vec<Noted> = recent(&stored.unwrap_or_default(), now).collect();
            if notes.last().is_some_and(|last| now < last.at.plus_seconds(EVERY)) {
                return Ok(Change::Keep(()));
            }
            notes.push(Noted { at: now, before: number.saturating_sub(1) });
            Ok(Change::Write(notes, ()))
        })
    };
    match inbox.pointers.healed(&PACE, || Ok(Vec::new()), work) {
        // many at the same moment: one of them noted it
        Ok(()) | Err(Failure::Problem(ProblemKind::Busy, ..)) => {}
        Err(failure) => failure.log(),
    }
}

/// Empties the record when its last note is more than an hour old. For due work.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn forget(inbox: &Inbox) -> Result<(), Failure> {
    let now = inbox.now();
    let Some(noted) = inbox.pointers.get(&PACE).or_else(|failure| failure.unless_damaged(None))? else { return Ok(()) };
    if noted.is_empty() || recent(&noted, now).next().is_some() {
        return Ok(());
    }
    let emptied = inbox.pointers.update(&PACE, |stored| {
        let is_old = recent(&stored.unwrap_or_default(), now).next().is_none();
        Ok(if is_old { Change::Write(Vec::new(), ()) } else { Change::Keep(()) })
    });
    emptied.or_else(|failure| failure.unless_damaged(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{environment_at, memory, variables};
    use std::cell::Cell as Local;

    thread_local! {
        static NOW: Local<i64> = const { Local::new(0) };
    }

    fn now() -> Moment {
        Moment::from_millis(NOW.get())
    }

    fn inbox() -> Inbox {
        Inbox::new(memory(), environment_at(now, variables(&[], &[])))
    }

    /// A report comes in at this second.
    fn arrives(inbox: &Inbox, second: i64) {
        NOW.set(second * 1000);
        let number = inbox.pointers.next_numbers(&cell::ARRIVALS, 1).unwrap();
        note(inbox, number);
    }

    fn at(inbox: &Inbox, second: i64) -> u32 {
        NOW.set(second * 1000);
        arrivals(inbox).unwrap()
    }

    #[test]
    fn the_last_hour_is_counted_and_what_came_before_is_not() {
        let inbox = inbox();
        assert_eq!(at(&inbox, 0), 0);
        for second in 0..100 {
            arrives(&inbox, second);
        }
        assert_eq!(at(&inbox, 100), 100);
        assert_eq!(at(&inbox, 3599), 100);
        assert_eq!(at(&inbox, 3600), 0, "a quiet hour");
        arrives(&inbox, 9000);
        assert_eq!(at(&inbox, 9001), 1, "a hundred long ago are none now");
    }

    #[test]
    fn two_minutes_are_all_that_can_be_missed() {
        let inbox = inbox();
        for second in (0..7200).step_by(10) {
            arrives(&inbox, second);
        }
        let counted = at(&inbox, 7199);
        assert!((348..=360).contains(&counted), "{counted}");
        assert!(inbox.pointers.get(&PACE).unwrap().unwrap().len() <= 31);
    }

    #[test]
    fn a_damaged_record_and_a_clock_that_was_set_back_ask_nothing_of_anybody() {
        let inbox = inbox();
        (0..50).for_each(|second| arrives(&inbox, 10_000 + second));
        assert_eq!(at(&inbox, 500), 0);
        arrives(&inbox, 600);
        assert_eq!(at(&inbox, 601), 1);
        let place: Cell<Pointers, String> = cell::pace();
        inbox.pointers.set(&place, &"kapot".to_owned()).unwrap();
        assert_eq!(at(&inbox, 602), 0);
        arrives(&inbox, 603);
        assert_eq!(at(&inbox, 604), 1);
    }

    #[test]
    fn when_somebody_reported_is_forgotten_after_an_hour() {
        let inbox = inbox();
        arrives(&inbox, 0);
        NOW.set(3_599_000);
        forget(&inbox).unwrap();
        assert_eq!(inbox.pointers.get(&PACE).unwrap().unwrap().len(), 1);
        NOW.set(3_600_000);
        forget(&inbox).unwrap();
        assert_eq!(inbox.pointers.get(&PACE).unwrap().unwrap(), []);
    }
}
