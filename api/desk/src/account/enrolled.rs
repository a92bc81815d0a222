use super::{ACCOUNTS, StoredAccount, push};
use crate::{
    Failure, Kit,
    credential::{self, StoredCredential},
    opening,
    totp::TotpKey,
    vault::Change,
};
use shared::contract::{NewAccount, ProblemKind};

/// The first accounts, ready for use: for practice data, measuring and tests. No component calls this; an instance that
/// is used begins with [`super::first`].
///
/// # Errors
/// A 409 when there are accounts already.
pub fn first_enrolled(
    kit: &Kit,
    new: Vec<NewAccount>,
    password: &str,
    factor: TotpKey,
) -> Result<Vec<StoredAccount>, Failure> {
    let mut accounts = Vec::new();
    for new in new {
        let (credential, _codes) = StoredCredential::make(password, factor, 0)?;
        let credential = Some(credential::keep(kit, &credential)?);
        push(&mut accounts, StoredAccount { credential, ..StoredAccount::new(new)? })?;
    }
    kit.cases.update(&ACCOUNTS, |stored| {
        if stored.is_some_and(|stored| !stored.is_empty()) {
            return Err(Failure::of(ProblemKind::Exists, "Deze omgeving is al ingericht."));
        }
        Ok(Change::Write(accounts.clone(), ()))
    })?;
    opening::open(kit)?;
    Ok(accounts)
}
