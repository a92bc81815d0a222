//! Accounts for work accounts (OpenID Connect, [`crate::login::oidc`]). An account is made at the first log-in, with
//! the role from the provider's claim. Every log-in evaluates the claim again. Nobody inside Meldroute gives such an
//! account a role or a credential: the person who grants the claim at the provider is the second person.
use super::{
    flat::StoredGiven,
    life::{Life, Means},
    list::{all, update},
    refused::Refused,
    stored::StoredAccount,
};
use crate::Desk;
use kit::{Failure, clock, hex};
use shared::{
    access::Role,
    contract::{AccessKind, NewAccount, WorkAccountRefusal},
    id::AccountId,
    moment::Moment,
    text::{Line, Login},
};

/// The account of a person who may log in; made if there is none yet. [`crate::login::oidc`] derives `fingerprint` from
/// the subject.
///
/// # Errors
/// [`WorkAccountRefusal::NotSetUp`] before the first set-up, [`WorkAccountRefusal::Blocked`]; [`Failure`].
pub fn admit(desk: &Desk, fingerprint: &str, name: Option<&Line>, role: Role) -> Result<StoredAccount, Refused> {
    let (fresh, now) = (fresh(fingerprint, name, role, desk.now())?, desk.now());
    let admitted = update(desk, |accounts| {
        if accounts.is_empty() {
            return Ok(Err(WorkAccountRefusal::NotSetUp));
        }
        let Some(account) = accounts.iter_mut().find(|account| account.fingerprint() == Some(fingerprint)) else {
            accounts.push(fresh.clone());
            return Ok(Ok(fresh.clone()));
        };
        if account.is_blocked() {
            return Ok(Err(WorkAccountRefusal::Blocked));
        }
        account.follow(name, role, now);
        Ok(Ok(account.clone()))
    })?;
    Ok(admitted?)
}

/// The account with this fingerprint, if there is one.
///
/// # Errors
/// As [`all`].
pub fn find(desk: &Desk, fingerprint: &str) -> Result<Option<AccountId>, Failure> {
    let found = all(desk)?.into_iter().find(|account| account.fingerprint() == Some(fingerprint));
    Ok(found.map(|account| account.id))
}

/// Ends the sessions of a person who may not log in any more.
///
/// # Errors
/// [`Failure`].
pub fn dismiss(desk: &Desk, id: &AccountId) -> Result<(), Failure> {
    update(desk, |accounts| {
        if let Some(account) = accounts.iter_mut().find(|account| account.id == *id) {
            account.epoch += 1;
            account.revision = account.revision.next();
        }
        Ok(())
    })
}

impl StoredAccount {
    /// Updates it from the provider's data. Sessions with another role end.
    fn follow(&mut self, name: Option<&Line>, role: Role, at: Moment) {
        let new_name = name.filter(|name| **name != self.name);
        let new_role = role != self.role;
        if new_name.is_none() && !new_role {
            return;
        }
        if let Some(name) = new_name {
            self.name = name.clone();
        }
        if new_role {
            (self.role, self.given) = (role, Some(given(at)));
            self.epoch += 1;
        }
        self.revision = self.revision.next();
    }
}

/// Shows on the start pages, as every access that was given.
fn given(at: Moment) -> StoredGiven {
    StoredGiven { kind: AccessKind::Work, asked_by: None, confirmed_by: None, at }
}

/// Nothing that is typed at the log-in form opens it.
fn fresh(fingerprint: &str, name: Option<&Line>, role: Role, at: Moment) -> Result<StoredAccount, Failure> {
    let broken = |_| Failure::Internal("an account could not be named");
    let login = Login::parse(&format!("werkaccount-{}", hex::encode(&clock::random::<8>()?))).map_err(broken)?;
    let name = name.cloned().map_or_else(|| Line::parse("Werkaccount zonder naam").map_err(broken), Ok)?;
    let account = StoredAccount::new(NewAccount { login, name, role, function: None })?;
    let life = Life::Enrolled { means: Means::Work(fingerprint.to_owned()), renewal: None };
    Ok(StoredAccount { life, given: Some(given(at)), ..account })
}
