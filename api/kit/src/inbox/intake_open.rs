//! Whether reports are taken: only once an AF and the FG can log in and the FG has seen everybody who got access at the
//! set-up, so nothing arrives that nobody can read, or that somebody unknown can. `intake`
//! sees no accounts, so `review` sets a flag for it.
use super::context::Inbox;
use crate::{
    Failure,
    store::cell::{self, Cell, Pointers},
};
use shared::contract::ProblemKind;

const OPENED: Cell<Pointers, bool> = cell::opened();

/// Sets the flag.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open(inbox: &Inbox) -> Result<(), Failure> {
    inbox.pointers.set(&OPENED, &true)
}

/// Whether the flag is set.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn is_open(inbox: &Inbox) -> Result<bool, Failure> {
    inbox.pointers.exists(&OPENED)
}

/// Refuses a report as long as none are taken.
///
/// # Errors
/// A 503 with advice for the melder.
pub fn check(inbox: &Inbox) -> Result<(), Failure> {
    if is_open(inbox)? {
        return Ok(());
    }
    let detail = "Meldroute is hier nog niet in gebruik. Bel het KMT.";
    Err(Failure::of(ProblemKind::NotOpen, detail))
}
