//! Who changed what, by name.
use crate::{Desk, account};
use kit::Failure;
use shared::{id::AccountId, text::Line};

/// The names of the accounts that there are.
pub(super) struct Names(Vec<(AccountId, Line)>);

/// Reads them.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn names(desk: &Desk) -> Result<Names, Failure> {
    Ok(Names(account::all(desk)?.into_iter().map(|account| (account.id, account.name)).collect()))
}

impl Names {
    /// None: the account is not there any more.
    pub fn of(&self, id: &AccountId) -> Option<Line> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone())
    }
}
