//! Reading one case.
use super::keys::{self, record};
use crate::Desk;
use kit::{Failure, store::Standing};
use shared::{case::Case, id::CaseId};

/// The case with this id, ready to be replaced.
///
/// # Errors
/// A 404 when there is none; [`Failure::Unreadable`] for a damaged one.
pub fn load(desk: &Desk, id: &CaseId) -> Result<Standing<Case>, Failure> {
    let read = || keys::vault(desk, id)?.standing(&record(id));
    let standing = match read() {
        // after its key was read the case may have been sealed with another one
        Err(Failure::Unreadable(_)) => read(),
        other => other,
    };
    standing?.ok_or_else(Failure::not_found)
}
