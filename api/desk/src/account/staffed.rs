//! Reports are taken once an AF and an FG can log in, so nothing arrives that nobody can read. `intake` sees no
//! accounts, so `review` sets a flag for it ([`intake_open`]).
use super::list::all;
use crate::Desk;
use kit::{Failure, inbox::intake_open};
use shared::access::Role;

/// Sets the flag once an AF and an FG can log in. It stays set: people who leave are replaced, and reports wait
/// meanwhile.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open_when_staffed(desk: &Desk) -> Result<(), Failure> {
    if intake_open::is_open(&desk.inbox)? {
        return Ok(());
    }
    let accounts = all(desk)?;
    let staffed = |role| accounts.iter().any(|account| account.role == role && account.can_log_in());
    if staffed(Role::Officer) && staffed(Role::PrivacyOfficer) { intake_open::open(&desk.inbox) } else { Ok(()) }
}
