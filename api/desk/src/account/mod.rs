//! Accounts: all of an instance in one record, because they are few and a log-in name is unique among them. What somebody
//! logs in with lies apart ([`crate::credential`]); an account only names it.
//!
//! An account is asked for by a beheerder. Where the role needs it ([`Role::needs_second_person`]) an AF or the FG confirms
//! ([`access`]), and only who confirms gets the invitation, so that a beheerder alone never holds what opens content.
pub mod access;
mod command;
mod enrolled;
pub mod invitation;
pub mod own;
#[cfg(test)]
mod tests;
pub mod work;

use command::check_function;
pub use command::command;
pub use enrolled::first_enrolled;

use crate::{
    Failure, Kit,
    cell::{self, Cases, Cell},
    clock,
    vault::Change,
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{AccessKind, AccountDone, AccountView, Invitation, NewAccount, OfficerView, ProblemKind},
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
    text::{Line, Login},
};

/// Where they are kept.
pub const ACCOUNTS: Cell<Cases, Vec<StoredAccount>> = cell::accounts();

/// Somebody with a log-in, as stored.
#[derive(Clone, Serialize, Deserialize)]
pub struct StoredAccount {
    /// Who.
    pub id: AccountId,
    /// Counts changes.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Log-in name.
    #[serde(rename = "inlognaam")]
    pub login: Login,
    /// Name.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Role.
    #[serde(rename = "rol")]
    pub role: Role,
    /// Of an AF: the function, by the profile's name for it.
    #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    /// Cannot log in.
    #[serde(rename = "geblokkeerd")]
    pub blocked: bool,
    /// Sessions of an earlier epoch are over.
    #[serde(rename = "tijdperk")]
    pub epoch: u32,
    /// What it logs in with; none before an invitation was accepted.
    #[serde(rename = "inlogmiddel", default)]
    pub credential: Option<String>,
    /// Access that waits for a second person.
    #[serde(rename = "gevraagd", default)]
    asked: Option<StoredAsked>,
    /// An invitation that was not accepted yet.
    #[serde(rename = "uitnodiging", default)]
    invitation: Option<StoredInvitation>,
    /// The access that was given last.
    #[serde(rename = "gegeven", default)]
    given: Option<StoredGiven>,
    /// For who logs in with a work account: the mark by which it is found ([`work`]). Has no credential here.
    #[serde(rename = "werkaccount", default)]
    work: Option<String>,
}

/// Who asked for access, and when.
#[derive(Clone, Serialize, Deserialize)]
struct StoredAsked {
    #[serde(rename = "door")]
    by: AccountId,
    #[serde(rename = "op")]
    at: Moment,
}

/// An invitation: only the hash of its word.
#[derive(Clone, Serialize, Deserialize)]
struct StoredInvitation {
    #[serde(rename = "woord")]
    hash: String,
    #[serde(rename = "geldigTot")]
    until: Moment,
}

/// Access that was given.
#[derive(Clone, Serialize, Deserialize)]
struct StoredGiven {
    #[serde(rename = "soort")]
    kind: AccessKind,
    #[serde(rename = "gevraagdDoor")]
    asked_by: Option<AccountId>,
    #[serde(rename = "bevestigdDoor")]
    confirmed_by: Option<AccountId>,
    #[serde(rename = "op")]
    at: Moment,
}

impl StoredAccount {
    fn new(new: NewAccount) -> Result<Self, Failure> {
        Ok(Self {
            id: AccountId::from_bytes(&clock::random()?),
            revision: Revision(1),
            login: new.login,
            name: new.name,
            role: new.role,
            function: new.function,
            blocked: false,
            epoch: 1,
            credential: None,
            asked: None,
            invitation: None,
            given: None,
            work: None,
        })
    }

    /// What the administrator sees.
    #[must_use]
    pub fn view(&self) -> AccountView {
        AccountView {
            id: self.id.clone(),
            revision: self.revision,
            login: self.login.clone(),
            name: self.name.clone(),
            role: self.role,
            blocked: self.blocked,
            function: self.function.clone(),
            enrolled: self.credential.is_some() || self.work.is_some(),
            asked: self.asked.as_ref().map(|asked| asked.at),
            invited_until: self.invitation.as_ref().map(|invitation| invitation.until),
        }
    }

    /// Whether somebody can log in with it.
    #[must_use]
    pub fn is_active(&self) -> bool {
        (self.credential.is_some() || self.work.is_some()) && !self.blocked
    }

    /// A first account or another way to log in.
    fn kind(&self) -> AccessKind {
        if self.credential.is_some() { AccessKind::Again } else { AccessKind::New }
    }

    /// Access is asked for, or given at once where no second person is needed.
    fn ask(&mut self, by: &AccountId, at: Moment) -> Result<Option<Invitation>, Failure> {
        self.invitation = None;
        if self.role.needs_second_person() {
            self.asked = Some(StoredAsked { by: by.clone(), at });
            return Ok(None);
        }
        self.invite(Some(by.clone()), None, at).map(Some)
    }

    /// Makes the one invitation that counts. Its word is answered, and kept nowhere.
    fn invite(
        &mut self,
        asked_by: Option<AccountId>,
        confirmed_by: Option<AccountId>,
        at: Moment,
    ) -> Result<Invitation, Failure> {
        let (made, invitation) = invitation::make(at)?;
        self.given = Some(StoredGiven { kind: self.kind(), asked_by, confirmed_by, at });
        (self.asked, self.invitation) = (None, Some(made));
        Ok(invitation)
    }
}

/// All accounts, in the order in which they were made.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn all(kit: &Kit) -> Result<Vec<StoredAccount>, Failure> {
    Ok(kit.cases.get(&ACCOUNTS)?.unwrap_or_default())
}

/// The AFs, those that are blocked too: their names stand in timelines.
///
/// # Errors
/// As [`all`].
pub fn officers(kit: &Kit) -> Result<Vec<OfficerView>, Failure> {
    Ok(officers_of(&all(kit)?))
}

/// As [`officers`], where the accounts were read already.
#[must_use]
pub fn officers_of(accounts: &[StoredAccount]) -> Vec<OfficerView> {
    let view = |account: &StoredAccount| OfficerView {
        id: account.id.clone(),
        name: account.name.clone(),
        active: account.is_active(),
    };
    accounts.iter().filter(|account| account.role == Role::Officer).map(view).collect()
}

/// The first accounts of an instance, each with an invitation; only if there is none yet.
///
/// # Errors
/// A 409 for a log-in name twice, or when there are accounts already.
pub fn first(kit: &Kit, new: Vec<NewAccount>) -> Result<Vec<AccountDone>, Failure> {
    let at = (kit.now)();
    let (mut accounts, mut done) = (Vec::new(), Vec::new());
    for (place, new) in new.into_iter().enumerate() {
        new.function.iter().try_for_each(|id| check_function(kit, id, &format!("/accounts/{place}/functie")))?;
        let mut account = StoredAccount::new(new)?;
        let invitation = Some(account.invite(None, None, at)?);
        done.push(AccountDone { account: account.view(), invitation });
        accounts.push(account);
    }
    kit.cases.update(&ACCOUNTS, |stored| {
        if stored.is_some_and(|stored| !stored.is_empty()) {
            return Err(Failure::of(ProblemKind::Exists, "Deze omgeving is al ingericht. Log in."));
        }
        let mut all = Vec::new();
        accounts.iter().try_for_each(|account| push(&mut all, account.clone()))?;
        Ok(Change::Write(all, ()))
    })?;
    Ok(done)
}

/// Asks for another account.
///
/// # Errors
/// A 409 for a log-in name that exists.
pub fn add(kit: &Kit, new: NewAccount, by: &AccountId) -> Result<AccountDone, Failure> {
    new.function.iter().try_for_each(|id| check_function(kit, id, "/functie"))?;
    let mut account = StoredAccount::new(new)?;
    let invitation = account.ask(by, (kit.now)())?;
    kit.cases.update(&ACCOUNTS, |stored| {
        let mut accounts = stored.unwrap_or_default();
        push(&mut accounts, account.clone())?;
        Ok(Change::Write(accounts, ()))
    })?;
    Ok(AccountDone { account: account.view(), invitation })
}

fn push(accounts: &mut Vec<StoredAccount>, new: StoredAccount) -> Result<(), Failure> {
    if accounts.iter().any(|other| other.login.folded() == new.login.folded()) {
        return Err(Failure::of(ProblemKind::Exists, "Deze inlognaam is al in gebruik. Kies een andere."));
    }
    accounts.push(new);
    Ok(())
}

/// Changes one account on the revision it was decided on.
///
/// # Errors
/// 404, 412 for another revision, 409 when nobody of this role could log in any more, and what `with` answers.
fn change<R>(
    kit: &Kit,
    id: &AccountId,
    revision: Revision,
    mut with: impl FnMut(&mut StoredAccount) -> Result<R, Failure>,
) -> Result<(StoredAccount, R), Failure> {
    kit.cases.update(&ACCOUNTS, |stored| {
        let mut accounts = stored.unwrap_or_default();
        let account = accounts.iter_mut().find(|account| account.id == *id).ok_or_else(Failure::not_found)?;
        if account.revision != revision {
            return Err(Failure::of(ProblemKind::Stale, "Bekijk het account opnieuw en probeer het nog een keer."));
        }
        let was_active = account.is_active();
        let answer = with(account)?;
        account.revision = account.revision.next();
        let changed = account.clone();
        if was_active && !accounts.iter().any(|other| other.role == changed.role && other.is_active()) {
            let detail = "Dit is de laatste met deze rol. Maak eerst een ander account.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        Ok(Change::Write(accounts, (changed, answer)))
    })
}
