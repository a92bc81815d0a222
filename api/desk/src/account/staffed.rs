//! Reports are taken once an AF and an FG can log in, so nothing arrives that nobody can read, and once the FG has
//! seen everybody who got access at the set-up: one person hands those invitations out, and could use one meant for
//! somebody else. `intake` sees no accounts, so `review` sets a flag for it ([`intake_open`]).
use super::{list::all, stored::StoredAccount};
use crate::Desk;
use kit::{Failure, inbox::intake_open};
use shared::{access::Role, id::AccountId};

/// Sets the flag once it may be. It stays set: people who leave are replaced, and reports wait meanwhile.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open_when_staffed(desk: &Desk) -> Result<(), Failure> {
    if intake_open::is_open(&desk.inbox)? {
        return Ok(());
    }
    let accounts = all(desk)?;
    let there = |role: Role| accounts.iter().filter(move |account| account.role == role && account.can_log_in());
    let looked = there(Role::PrivacyOfficer).any(|officer| has_seen_all(&officer.id, &accounts));
    if looked && there(Role::Officer).next().is_some() { intake_open::open(&desk.inbox) } else { Ok(()) }
}

/// Whether this person has seen all access that others got.
fn has_seen_all(who: &AccountId, accounts: &[StoredAccount]) -> bool {
    accounts.iter().all(|account| !account.is_unseen_by(who))
}
