use super::{
    list::{push, update},
    stored::StoredAccount,
};
use crate::{
    Desk,
    account::credential::{self, StoredCredential},
};
use kit::{Failure, inbox::intake_open, totp::TotpKey};
use shared::contract::{NewAccount, ProblemKind};

/// The first accounts, ready for use: for practice data, measuring and tests. No component calls this; an instance that
/// is used begins with [`super::first`].
///
/// # Errors
/// A 409 when there are accounts already.
pub fn first_enrolled(
    desk: &Desk,
    new: Vec<NewAccount>,
    password: &str,
    factor: TotpKey,
) -> Result<Vec<StoredAccount>, Failure> {
    let mut accounts = Vec::new();
    for new in new {
        let (credential, _codes) = StoredCredential::make(password, factor, 0)?;
        let name = credential::keep(desk, &credential)?;
        let mut account = StoredAccount::new(new)?;
        account.turn(|life| life.enrol(name));
        push(&mut accounts, account)?;
    }
    update(desk, |stored| {
        if !stored.is_empty() {
            return Err(Failure::of(ProblemKind::Exists, "Deze omgeving is al ingericht."));
        }
        stored.clone_from(&accounts);
        Ok(())
    })?;
    intake_open::open(&desk.inbox)?;
    Ok(accounts)
}
