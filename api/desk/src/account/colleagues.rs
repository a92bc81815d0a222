//! The AFs, for the rules about cases.
use super::stored::StoredAccount;
use crate::Desk;
use kit::Failure;
use shared::access::{Colleague, Role};

/// The AFs as the rules need them. A function that is not (or no longer) in the profile counts as none.
///
/// # Errors
/// As [`Desk::profile`].
pub fn colleagues(desk: &Desk, accounts: &[StoredAccount]) -> Result<Vec<Colleague>, Failure> {
    let officers = || accounts.iter().filter(|account| account.role == Role::Officer);
    let functions =
        if officers().any(|account| account.function.is_some()) { desk.profile()?.functions } else { Vec::new() };
    let named = |account: &StoredAccount| {
        account.function.clone().filter(|id| functions.iter().any(|function| function.id == *id))
    };
    let colleague = |account: &StoredAccount| Colleague {
        id: account.id.clone(),
        function: named(account),
        active: account.takes_cases(),
    };
    Ok(officers().map(colleague).collect())
}
