//! Whether reports are taken: not before an AF and the FG can log in, so that nothing comes in that nobody reads.
//! `intake` sees no accounts; `review` leaves it a mark.
use crate::{
    Failure, Kit, account,
    cell::{self, Cell, Inbox},
};
use shared::{access::Role, contract::ProblemKind};

const OPENED: Cell<Inbox, bool> = cell::opened();

/// Leaves the mark once an AF and an FG can log in. It stays: who leaves later is replaced, and reports wait meanwhile.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open_when_staffed(kit: &Kit) -> Result<(), Failure> {
    if kit.inbox.exists(&OPENED)? {
        return Ok(());
    }
    let accounts = account::all(kit)?;
    let staffed = |role| accounts.iter().any(|account| account.role == role && account.is_active());
    if staffed(Role::Officer) && staffed(Role::PrivacyOfficer) { open(kit) } else { Ok(()) }
}

/// Leaves the mark.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open(kit: &Kit) -> Result<(), Failure> {
    kit.inbox.set(&OPENED, &true)
}

/// Whether reports are taken.
///
/// # Errors
/// A 503 with what a melder can do instead.
pub fn check(kit: &Kit) -> Result<(), Failure> {
    if kit.inbox.exists(&OPENED)? {
        return Ok(());
    }
    let detail = "Meldroute is hier nog niet in gebruik. Bel het Kenniscentrum Mensenhandel Twente.";
    Err(Failure::of(ProblemKind::NotOpen, detail))
}
