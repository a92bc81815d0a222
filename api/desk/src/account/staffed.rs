//! Reports are taken once an AF and an FG can log in, so that nothing comes in that nobody reads. `intake` sees no
//! accounts; here it is left a mark ([`intake_open`]).
use super::list::all;
use crate::Desk;
use kit::{Failure, inbox::intake_open};
use shared::access::Role;

/// Leaves the mark once an AF and an FG can log in. It stays: who leaves later is replaced, and reports wait meanwhile.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open_when_staffed(desk: &Desk) -> Result<(), Failure> {
    if intake_open::is_open(&desk.inbox)? {
        return Ok(());
    }
    let accounts = all(desk)?;
    let staffed = |role| accounts.iter().any(|account| account.role == role && account.is_active());
    if staffed(Role::Officer) && staffed(Role::PrivacyOfficer) { intake_open::open(&desk.inbox) } else { Ok(()) }
}
