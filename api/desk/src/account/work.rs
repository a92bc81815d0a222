//! Accounts for work accounts (OpenID Connect, [`crate::login::oidc`]). Every log-in evaluates the provider's claim
//! again.
//!
//! The provider says that this is somebody with a role. It does not say whether that person has an account here
//! already, and two accounts of one person would be two people to every rule. So a role that takes a second person is
//! not given at the first log-in: that makes an arrival. Its holder logs in locally once, in the same browser, and then
//! the work account is another way to log in with the account they have ([`link`]); or a second person confirms that
//! this is somebody new ([`super::access`]). A role without content, which is nobody's second person, is given at once.
//!
//! Of an account that has a work account only, name and role follow the provider; another role that takes a second
//! person makes it an arrival again. A linked account keeps its name and role, and the claim has to give that role:
//! without it the work account is refused and the sessions end. The local log-in stays until a beheerder blocks the
//! account.
use super::{
    flat::{StoredAsked, StoredGiven},
    life::Life,
    list::{all, update},
    means::Means,
    refused::Refused,
    stored::StoredAccount,
};
use crate::Desk;
use kit::{Failure, clock, hex};
use shared::{
    access::Role,
    contract::{AccessKind, NewAccount, ProblemKind, WorkAccountRefusal},
    id::AccountId,
    moment::Moment,
    text::{Line, Login},
};

/// What becomes of somebody whom the provider vouches for.
#[derive(Clone, PartialEq, Eq)]
pub enum Admitted {
    /// They are let in.
    In(StoredAccount),
    /// They wait, until they link this work account or a second person confirms it.
    Arrived(StoredAccount),
}

/// The account of a person who may log in, or their arrival; made if there is neither yet. [`crate::login::oidc`]
/// derives `fingerprint` from the subject.
///
/// # Errors
/// [`WorkAccountRefusal::NotSetUp`] before the first set-up, [`WorkAccountRefusal::Blocked`],
/// [`WorkAccountRefusal::OtherRole`] for a linked account; [`Failure`].
pub fn admit(desk: &Desk, fingerprint: &str, name: Option<&Line>, role: Role) -> Result<Admitted, Refused> {
    let (fresh, now) = (fresh(fingerprint, name, role, desk.now())?, desk.now());
    let account = update(desk, |accounts| {
        if accounts.is_empty() {
            return Ok(Err(WorkAccountRefusal::NotSetUp));
        }
        let Some(account) = accounts.iter_mut().find(|account| account.fingerprint() == Some(fingerprint)) else {
            accounts.push(fresh.clone());
            return Ok(Ok(fresh.clone()));
        };
        Ok(account.follow(name, role, now).map(|()| account.clone()))
    })??;
    Ok(if account.has_arrived() { Admitted::Arrived(account) } else { Admitted::In(account) })
}

/// The account with this fingerprint, if there is one.
///
/// # Errors
/// As [`all`].
pub fn find(desk: &Desk, fingerprint: &str) -> Result<Option<AccountId>, Failure> {
    let found = all(desk)?.into_iter().find(|account| account.fingerprint() == Some(fingerprint));
    Ok(found.map(|account| account.id))
}

/// Makes the work account of an arrival another way to log in with an account whose holder just logged in. The arrival
/// is gone after that; one that was let in before, in another role, stays as a blocked account.
///
/// # Errors
/// 404 when there is no such arrival any more, 409 when the account has another role or a work account already.
pub fn link(desk: &Desk, arrival: &AccountId, to: &AccountId) -> Result<StoredAccount, Failure> {
    let (at, mut linked) = (desk.now(), None);
    update(desk, |accounts| {
        // some stores say of every swap that it lost: this one was written
        let ours = |account: &&StoredAccount| account.id == *to && account.fingerprint() == linked.as_deref();
        if let Some(account) = accounts.iter().find(ours).filter(|_| linked.is_some()) {
            return Ok(account.clone());
        }
        let arrived = |account: &StoredAccount| account.id == *arrival && account.has_arrived();
        let place = accounts.iter().position(arrived).ok_or_else(Failure::not_found)?;
        let mut arrived = accounts.remove(place);
        let (role, fingerprint) = (arrived.role, arrived.fingerprint().map(str::to_owned));
        let fingerprint = fingerprint.ok_or_else(Failure::not_found)?;
        if arrived.was_let_in_before() {
            // what they did is in timelines, with their name
            arrived.life = Life::Blocked { fingerprint: None, asked: None, left: None };
            arrived.revision = arrived.revision.next();
            accounts.insert(place, arrived);
        }
        let account = accounts.iter_mut().find(|account| account.id == *to).ok_or_else(Failure::not_found)?;
        account.link(&fingerprint, role, at)?;
        linked = Some(fingerprint);
        Ok(account.clone())
    })
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
    /// Updates it from the provider's data.
    fn follow(&mut self, name: Option<&Line>, role: Role, at: Moment) -> Result<(), WorkAccountRefusal> {
        match &self.life {
            Life::Blocked { .. } => return Err(WorkAccountRefusal::Blocked),
            Life::Enrolled { means: Means::Both { .. }, .. } if role == self.role => return Ok(()),
            Life::Enrolled { means: Means::Both { .. }, .. } => return Err(WorkAccountRefusal::OtherRole),
            Life::Arrived { .. } | Life::NotEnrolled(_) | Life::Enrolled { .. } => {}
        }
        let new_name = name.filter(|name| **name != self.name);
        let new_role = role != self.role;
        if new_name.is_none() && !new_role {
            return Ok(());
        }
        if let Some(name) = new_name {
            self.name = name.clone();
        }
        if new_role {
            self.take_role(role, at);
        }
        self.revision = self.revision.next();
        Ok(())
    }

    /// Whether an arrival had access in another role. Every change of role begins an epoch.
    pub(super) fn was_let_in_before(&self) -> bool {
        self.epoch > 1
    }

    /// Sessions with another role end.
    fn take_role(&mut self, role: Role, at: Moment) {
        let fingerprint = self.fingerprint().unwrap_or_default().to_owned();
        (self.role, self.function) = (role, None);
        self.epoch += 1;
        (self.life, self.given) = begin(fingerprint, role, &self.id, at);
    }

    /// A work account beside the local log-in.
    fn link(&mut self, fingerprint: &str, role: Role, at: Moment) -> Result<(), Failure> {
        let refused = |detail| Err(Failure::of(ProblemKind::Exists, detail));
        if self.role != role {
            return refused("Dit account heeft een andere rol dan je werkaccount. Vraag het de beheerder.");
        }
        if self.fingerprint().is_some() {
            return refused("Dit account heeft al een werkaccount. Vraag het de beheerder.");
        }
        self.given = Some(given(AccessKind::Linked, at));
        self.revision = self.revision.next();
        self.turn(|life| life.link(fingerprint.to_owned()));
        Ok(())
    }
}

/// Shows on the start pages, as every access that was given.
fn given(kind: AccessKind, at: Moment) -> StoredGiven {
    StoredGiven::new(kind, None, None, at)
}

/// The stage of a work account in a new role, and the access that it was given.
fn begin(fingerprint: String, role: Role, id: &AccountId, at: Moment) -> (Life, Option<StoredGiven>) {
    if role.needs_second_person() {
        return (Life::Arrived { fingerprint, asked: Some(StoredAsked::access(id, at)) }, None);
    }
    let life = Life::Enrolled { means: Means::Work(fingerprint), renewal: None };
    (life, Some(given(AccessKind::Work, at)))
}

/// Nothing that is typed at the log-in form opens it.
fn fresh(fingerprint: &str, name: Option<&Line>, role: Role, at: Moment) -> Result<StoredAccount, Failure> {
    let broken = |_| Failure::Internal("an account could not be named");
    let login = Login::parse(&format!("werkaccount-{}", hex::encode(&clock::random::<8>()?))).map_err(broken)?;
    let name = name.cloned().map_or_else(|| Line::parse("Werkaccount zonder naam").map_err(broken), Ok)?;
    let account = StoredAccount::new(NewAccount { login, name, role, function: None })?;
    let (life, given) = begin(fingerprint.to_owned(), role, &account.id, at);
    Ok(StoredAccount { life, given, ..account })
}
