//! When the melder has been tried for long enough [design, domain §3, step 2].
use crate::{
    calendar::Calendar,
    case::{Case, Event, notes::Way},
    moment::Day,
};
use std::collections::BTreeSet;

/// On how many working days the melder has to be tried.
const DAYS: usize = 3;
/// In how many ways.
const WAYS: usize = 2;

/// Whether the melder was tried on three working days and in two ways, since the case was opened again if it was.
/// Attempts that do not say how count as one way together.
pub(super) fn are_enough(case: &Case, calendar: &Calendar) -> bool {
    let since = case.entries().iter().rposition(|entry| matches!(entry.event, Event::Reopened(_))).unwrap_or(0);
    let (mut days, mut ways): (BTreeSet<Day>, Vec<Option<Way>>) = (BTreeSet::new(), Vec::new());
    for entry in case.entries().iter().skip(since) {
        let Event::Attempted(note) = &entry.event else { continue };
        let day = entry.happened().day();
        if calendar.is_working_day(day) {
            days.insert(day);
        }
        if !ways.contains(&note.way) {
            ways.push(note.way);
        }
    }
    days.len() >= DAYS && ways.len() >= WAYS
}
