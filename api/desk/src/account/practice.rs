//! Making an empty store one for practice ([`kit::inbox::practice`]).
use super::list::all;
use crate::Desk;
use kit::{
    Failure,
    inbox::practice::{PRACTICE, PRACTICE_ON_REAL},
    store::cell,
};
use shared::contract::ProblemKind;

/// Marks an empty store as one for practice.
///
/// # Errors
/// A 409 when something is in it already.
pub fn mark_practice(desk: &Desk) -> Result<(), Failure> {
    let used = desk.inbox.pointers.last_number(&cell::ARRIVALS)? > 0 || !all(desk)?.is_empty();
    if used {
        return Err(Failure::of(ProblemKind::Exists, PRACTICE_ON_REAL));
    }
    desk.inbox.pointers.set(&PRACTICE, &true)
}
