//! Which account a work account is (OpenID Connect, [`crate::oidc`]). It comes into being at the first log-in, with the role
//! that the provider's claim gives; at every log-in that claim counts again. Nobody inside Meldroute gives such an
//! account a role or a way to log in: who hands out the claim at the provider is the second person.
use super::{ACCOUNTS, StoredAccount, StoredGiven, all};
use crate::{Failure, Kit, clock, oidc::Refused, vault::Change};
use shared::{
    access::Role,
    contract::{AccessKind, NewAccount, WorkAccountRefusal},
    id::AccountId,
    moment::Moment,
    text::{Line, Login},
};

/// The account of somebody who may come in; made if there is none yet. `mark` is what [`crate::oidc`] makes of a subject.
///
/// # Errors
/// [`WorkAccountRefusal::NotSetUp`] before the first set-up, [`WorkAccountRefusal::Blocked`]; [`Failure`].
pub fn admit(kit: &Kit, mark: &str, name: Option<&Line>, role: Role) -> Result<StoredAccount, Refused> {
    let (fresh, now) = (fresh(mark, name, role, (kit.now)())?, (kit.now)());
    let admitted = kit.cases.update(&ACCOUNTS, |stored| {
        let Some(mut accounts) = stored.filter(|accounts| !accounts.is_empty()) else {
            return Ok(Change::Keep(Err(WorkAccountRefusal::NotSetUp)));
        };
        let Some(account) = accounts.iter_mut().find(|account| account.work.as_deref() == Some(mark)) else {
            accounts.push(fresh.clone());
            return Ok(Change::Write(accounts, Ok(fresh.clone())));
        };
        if account.blocked {
            return Ok(Change::Keep(Err(WorkAccountRefusal::Blocked)));
        }
        if !account.follow(name, role, now) {
            return Ok(Change::Keep(Ok(account.clone())));
        }
        let changed = account.clone();
        Ok(Change::Write(accounts, Ok(changed)))
    })?;
    Ok(admitted?)
}

/// Whose account it is, if there is one.
///
/// # Errors
/// As [`all`].
pub fn find(kit: &Kit, mark: &str) -> Result<Option<AccountId>, Failure> {
    let found = all(kit)?.into_iter().find(|account| account.work.as_deref() == Some(mark));
    Ok(found.map(|account| account.id))
}

/// Ends the sessions of somebody who may not come in any more.
///
/// # Errors
/// [`Failure`].
pub fn dismiss(kit: &Kit, id: &AccountId) -> Result<(), Failure> {
    kit.cases.update(&ACCOUNTS, |stored| {
        let mut accounts = stored.unwrap_or_default();
        let Some(account) = accounts.iter_mut().find(|account| account.id == *id) else {
            return Ok(Change::Keep(()));
        };
        account.epoch += 1;
        account.revision = account.revision.next();
        Ok(Change::Write(accounts, ()))
    })
}

impl StoredAccount {
    /// Takes over what the provider says now; whether that is something new. Sessions of another role are over.
    fn follow(&mut self, name: Option<&Line>, role: Role, at: Moment) -> bool {
        let new_name = name.filter(|name| **name != self.name);
        let new_role = role != self.role;
        if new_name.is_none() && !new_role {
            return false;
        }
        if let Some(name) = new_name {
            self.name = name.clone();
        }
        if new_role {
            (self.role, self.given) = (role, Some(given(at)));
            self.epoch += 1;
        }
        self.revision = self.revision.next();
        true
    }
}

/// Shows on the start pages, as every access that was given.
fn given(at: Moment) -> StoredGiven {
    StoredGiven { kind: AccessKind::Work, asked_by: None, confirmed_by: None, at }
}

/// Nothing that is typed at the log-in form opens it.
fn fresh(mark: &str, name: Option<&Line>, role: Role, at: Moment) -> Result<StoredAccount, Failure> {
    let broken = |_| Failure::Internal("an account could not be named");
    let login = Login::parse(&format!("werkaccount-{}", clock::hex(&clock::random::<8>()?))).map_err(broken)?;
    let name = name.cloned().map_or_else(|| Line::parse("Werkaccount zonder naam").map_err(broken), Ok)?;
    let account = StoredAccount::new(NewAccount { login, name, role, function: None })?;
    Ok(StoredAccount { work: Some(mark.to_owned()), given: Some(given(at)), ..account })
}
