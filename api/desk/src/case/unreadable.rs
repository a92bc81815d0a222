//! What is stored and cannot be read, as the people who work with it are told.
use super::{open::Open, relations, state::StoredTakeIn};
use crate::Desk;
use kit::Failure;
use shared::audit::Unreadable;

/// Reports that came in and cannot be read, lines that are missing from the list, and whether stand-ins are unknown.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn unreadable(desk: &Desk, open: &Open<'_>) -> Result<Vec<Unreadable>, Failure> {
    let state = desk.cases.get(&StoredTakeIn::CELL).or_else(|failure| failure.unless_damaged(None))?;
    let reports = state.map(|state| state.unreadable).unwrap_or_default().into_iter();
    let mut told: Vec<Unreadable> =
        reports.map(|one| Unreadable::Report { number: one.number, since: one.since.day() }).collect();
    told.extend(open.missing().into_iter().map(|(from, to)| Unreadable::Lines { from, to }));
    told.extend(relations::is_damaged(desk)?.then_some(Unreadable::Relations));
    Ok(told)
}
