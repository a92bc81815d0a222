//! What is stored and cannot be read, as the people who work with it are told.
use super::{
    open::Open,
    relations,
    state::{self, StoredTakeIn},
};
use crate::Desk;
use kit::Failure;
use shared::audit::Unreadable;
use std::collections::BTreeSet;

/// Reports that came in and cannot be read, lines that are missing from the list, and whether stand-ins are unknown.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn unreadable(desk: &Desk, open: &Open<'_>) -> Result<Vec<Unreadable>, Failure> {
    let mut told: Vec<Unreadable> = arrivals(desk)?.into_iter().map(of).collect();
    told.extend(open.missing().into_iter().map(|(from, to)| Unreadable::Lines { from, to }));
    told.extend(relations::is_damaged(desk)?.then_some(Unreadable::Relations));
    Ok(told)
}

/// The numbers of the arrivals that cannot be read.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn unreadable_arrivals(desk: &Desk) -> Result<BTreeSet<i64>, Failure> {
    Ok(arrivals(desk)?.into_iter().map(|one| one.number).collect())
}

fn arrivals(desk: &Desk) -> Result<Vec<state::Unreadable>, Failure> {
    let state = desk.cases.get(&StoredTakeIn::CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(state.map(|state| state.unreadable).unwrap_or_default())
}

fn of(one: state::Unreadable) -> Unreadable {
    let (number, since) = (one.number, one.since.day());
    if one.sealed { Unreadable::Sealed { number, since } } else { Unreadable::Report { number, since } }
}
