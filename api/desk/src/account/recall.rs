//! Everybody is let in anew: after a backup was put back, and after somebody may have seen the keys. In both cases what
//! gives access may be what should give none: a password that was changed since, an invitation that was withdrawn, an
//! account that somebody forged.
//!
//! Roles that take a second person wait for one. One AF and one FG have to be there first: the administrator names
//! them, here or with `meldroute uitnodigen`, and everybody sees who let them in.
use super::{
    closure::{StoredClosure, noted, put},
    credential,
    flat::{StoredAsked, StoredGiven},
    life::Life,
    list::{all, update},
    stored::StoredAccount,
    words,
};
use crate::{Desk, audit};
use kit::{Failure, store::cell::Kind};
use shared::{
    access::Role,
    audit::AuditAction,
    contract::{AccessKind, AccountDone, AccountView, Endpoint, Invitation, ProblemKind},
    id::AccountId,
    moment::Moment,
    text::Login,
};
use std::collections::BTreeMap;

/// Why everybody is let in anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A backup was put back. Who sees no content and confirms nobody keeps the log-in of then.
    Restored,
    /// Somebody may have seen the keys, and with them every second factor. Nobody keeps a log-in of Meldroute.
    Leaked,
}

/// What became of the accounts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recalled {
    /// Closed again: they were closed after the backup.
    pub closed: Vec<AccountView>,
    /// They wait for a second person. Each has the half of an invitation that the administrator hands over, and the
    /// other half comes from whoever confirms; a work account needs none.
    pub waiting: Vec<AccountDone>,
    /// Their log-in is gone, and a beheerder can invite them again.
    pub out: Vec<AccountView>,
    /// Named by the administrator, each with an invitation; without one for a work account.
    pub invited: Vec<AccountDone>,
}

/// Lets everybody in anew, in one step, and gives those who are named an invitation. Sessions are over.
///
/// # Errors
/// A 404 for a log-in name that nobody has; a 409 for somebody who is blocked. Then nothing was done.
pub fn recall(desk: &Desk, why: Why, named: &[Login]) -> Result<Recalled, Failure> {
    let (before, at) = (all(desk)?, desk.now());
    let mut closures: BTreeMap<AccountId, StoredClosure> = BTreeMap::new();
    for account in &before {
        if let Some(closure) = noted(desk, &account.id)?.filter(|closure| closure.closed) {
            closures.insert(account.id.clone(), closure);
        }
    }
    let recalled = update(desk, |accounts| {
        let mut recalled = Recalled::default();
        for account in accounts.iter_mut() {
            let could = account.can_log_in();
            let half = match closures.get(&account.id) {
                Some(closure) => account.close_again(closure, &mut recalled),
                None => account.recall(why, at)?,
            };
            if account.asked().is_some() {
                recalled.waiting.push(AccountDone { account: account.view(), invitation: half });
            } else if could && !account.can_log_in() && !account.is_blocked() {
                recalled.out.push(account.view());
            }
        }
        for login in named {
            let done = invite(accounts, login, at)?;
            recalled.waiting.retain(|one| one.account.id != done.account.id);
            recalled.out.retain(|one| one.id != done.account.id);
            recalled.invited.push(done);
        }
        Ok(recalled)
    })?;
    end_log_ins(desk)?;
    tell(desk, &recalled)?;
    Ok(recalled)
}

fn invite(accounts: &mut [StoredAccount], login: &Login, at: Moment) -> Result<AccountDone, Failure> {
    let is_named = |account: &&mut StoredAccount| account.login.folded() == login.folded();
    let account = accounts.iter_mut().find(is_named).ok_or_else(Failure::not_found)?;
    let invitation = account.let_in_on_server(at)?;
    account.revision = account.revision.next();
    Ok(AccountDone { account: account.view(), invitation })
}

/// Credentials that no account names open nothing; they are not kept either.
fn end_log_ins(desk: &Desk) -> Result<(), Failure> {
    let accounts = all(desk)?;
    let names = desk.cases.keys()?;
    for name in names.iter().filter_map(|name| Kind::Credential.end_of(name)) {
        if accounts.iter().all(|account| account.credential() != Some(name)) {
            credential::remove(desk, name)?;
        }
    }
    Ok(())
}

fn tell(desk: &Desk, recalled: &Recalled) -> Result<(), Failure> {
    let line = |action: &AuditAction, id: &AccountId| {
        audit::note_on_server(desk, Endpoint::CommandAccount, action.clone(), id)
    };
    recalled.closed.iter().try_for_each(|one| line(&AuditAction::BlockAccount, &one.id))?;
    let mut ended = recalled.waiting.iter().map(|done| &done.account).chain(&recalled.out);
    ended.try_for_each(|one| line(&AuditAction::EndLogIn, &one.id))?;
    recalled.invited.iter().try_for_each(|done| line(&AuditAction::InviteAgain, &done.account.id))
}

impl StoredAccount {
    fn close_again(&mut self, closure: &StoredClosure, recalled: &mut Recalled) -> Option<Invitation> {
        let was_open = !self.is_blocked();
        self.block();
        if let Some(left) = &closure.left {
            self.turn(|life| life.depart(left.clone()));
        }
        self.revision = self.revision.next();
        if was_open {
            recalled.closed.push(self.view());
        }
        None
    }

    /// Answers the administrator's half of an invitation, where one is needed.
    fn recall(&mut self, why: Why, at: Moment) -> Result<Option<Invitation>, Failure> {
        // it has no access yet
        if self.has_arrived() {
            return Ok(None);
        }
        let keeps = !self.role.needs_second_person() && why == Why::Restored;
        let (half, invitation) = words::first_half()?;
        let asked = StoredAsked { half: Some(half.clone()), ..StoredAsked::access(&self.id, at) };
        let asks = self.role.needs_second_person().then_some(asked);
        self.turn(|life| life.recall(asks, keeps));
        self.epoch += 1;
        self.revision = self.revision.next();
        let counts = !self.has_arrived() && self.asked().is_some_and(|asked| asked.half == Some(half));
        Ok(counts.then_some(invitation))
    }

    /// Lets its holder in without a second person, from the server: by an invitation, or, of a work account that had
    /// access before, at once.
    ///
    /// # Errors
    /// A 409 for a blocked account, and for a work account that never had access.
    pub(super) fn let_in_on_server(&mut self, at: Moment) -> Result<Option<Invitation>, Failure> {
        if !self.has_arrived() || !self.was_let_in_before() {
            return self.invite(None, at).map(Some);
        }
        self.turn(Life::open);
        self.given = Some(StoredGiven::new(AccessKind::Work, None, None, at));
        Ok(None)
    }
}

/// Notes all accounts that are closed: of an instance that is older than these notes.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn note_closed(desk: &Desk) -> Result<(), Failure> {
    all(desk)?.iter().filter(|account| account.is_blocked()).try_for_each(|account| put(desk, account))
}

/// Whether these log-in names are of an AF and of an FG, who can be the first two.
///
/// # Errors
/// A 409 that says who is missing; as [`all`].
pub fn are_two_hands(desk: &Desk, officer: &Login, privacy_officer: &Login) -> Result<(), Failure> {
    let accounts = all(desk)?;
    let is = |login: &Login, role: Role| {
        accounts.iter().any(|one| one.login.folded() == login.folded() && one.role == role && !one.is_blocked())
    };
    if is(officer, Role::Officer) && is(privacy_officer, Role::PrivacyOfficer) {
        return Ok(());
    }
    let detail = "Noem de inlognaam van een AF en die van een FG die niet geblokkeerd zijn.";
    Err(Failure::of(ProblemKind::Exists, detail))
}
