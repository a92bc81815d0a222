//! The list of accounts: reading it, and changing it in one swap.
use super::{
    closure,
    stored::{ACCOUNTS, StoredAccount},
};
use crate::{Desk, audit};
use kit::{
    Failure,
    store::{Change, Once, cell},
};
use shared::{
    access::Role,
    contract::{AccountDone, Endpoint, ErrorItem, NewAccount, OfficerView, ProblemKind},
    id::{AccountId, FunctionId, Revision},
};

/// All accounts, in the order in which they were made.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn all(desk: &Desk) -> Result<Vec<StoredAccount>, Failure> {
    Ok(desk.cases.get(&ACCOUNTS)?.unwrap_or_default())
}

/// Changes the accounts in one swap, decided on what is stored.
///
/// # Errors
/// The errors of `decide`; [`Failure::Unavailable`], [`Failure::Unreadable`].
pub(crate) fn update<R>(
    desk: &Desk,
    mut decide: impl FnMut(&mut Vec<StoredAccount>) -> Result<R, Failure>,
) -> Result<R, Failure> {
    let mut changed = None;
    let answer = desk.cases.update(&ACCOUNTS, |stored| {
        let before = stored.unwrap_or_default();
        let mut after = before.clone();
        let answer = decide(&mut after)?;
        if after == before {
            return Ok(Change::Keep(answer));
        }
        closure::raise(desk, &before, &after)?;
        changed = Some((before, after.clone()));
        Ok(Change::Write(after, answer))
    })?;
    changed.iter().for_each(|(before, after)| closure::lower(desk, before, after));
    Ok(answer)
}

/// The AFs, those that are blocked too: their names are in timelines.
///
/// # Errors
/// As [`all`].
pub fn officers(desk: &Desk) -> Result<Vec<OfficerView>, Failure> {
    Ok(officers_of(&all(desk)?))
}

/// As [`officers`], where the accounts were read already.
#[must_use]
pub fn officers_of(accounts: &[StoredAccount]) -> Vec<OfficerView> {
    accounts.iter().filter(|account| account.role == Role::Officer).map(StoredAccount::named).collect()
}

/// The advisers of KMT who can log in.
#[must_use]
pub fn advisers_of(accounts: &[StoredAccount]) -> Vec<OfficerView> {
    let answers = |account: &&StoredAccount| account.role == Role::Adviser && account.can_log_in();
    accounts.iter().filter(answers).map(StoredAccount::named).collect()
}

/// The first accounts of an instance, each with an invitation and an audit line; only if there is none yet.
///
/// Of many at once one has the turn ([`Once`]) and the others hear that it was done. The accounts are written last, in
/// a swap on the empty list that is there from the first use of the store. So whoever is stopped before that has set
/// nothing up, and it can be done again.
///
/// # Errors
/// A 409 for a log-in name twice, or when there are accounts already.
pub fn first(desk: &Desk, new: Vec<NewAccount>) -> Result<Vec<AccountDone>, Failure> {
    let (accounts, done) = invited(desk, new)?;
    // a request remembers the list that it read, and others write meanwhile: so this reads the store each time
    let cases = desk.cases.remembering(&[]);
    let there = || Ok(cases.get(&ACCOUNTS)?.filter(|stored| !stored.is_empty()).map(|_| Vec::new()));
    if there()?.is_some() {
        return Err(already());
    }
    let work = || {
        done.iter().try_for_each(|done| audit::note(desk, Endpoint::SetUp, None, &done.account.id))?;
        update(desk, |stored| {
            if stored.is_empty() {
                stored.clone_from(&accounts);
            }
            // else somebody else's; or ours, by a swap that was said to have lost
            if accounts.first().is_none_or(|one| stored.contains(one)) { Ok(()) } else { Err(already()) }
        })?;
        Ok(done)
    };
    match desk.cases.once(&cell::SETTING_UP, desk.inbox.patience, there, work)? {
        Once::Done(done) => Ok(done),
        Once::Found(_) => Err(already()),
        Once::Waiting => Err(Failure::busy()),
    }
}

fn already() -> Failure {
    Failure::of(ProblemKind::Exists, "Deze omgeving is al ingericht. Log in.")
}

/// New accounts, and what whoever made them is told.
fn invited(desk: &Desk, new: Vec<NewAccount>) -> Result<(Vec<StoredAccount>, Vec<AccountDone>), Failure> {
    let at = desk.now();
    let (mut accounts, mut done) = (Vec::new(), Vec::new());
    for (place, new) in new.into_iter().enumerate() {
        new.function.iter().try_for_each(|id| check_function(desk, id, &format!("/accounts/{place}/functie")))?;
        let mut account = StoredAccount::new(new)?;
        let invitation = Some(account.invite(None, at)?);
        done.push(AccountDone { account: account.view(), invitation });
        push(&mut accounts, account)?;
    }
    Ok((accounts, done))
}

/// Asks for another account.
///
/// # Errors
/// A 409 for a log-in name that exists.
pub fn add(desk: &Desk, new: NewAccount, by: &AccountId) -> Result<AccountDone, Failure> {
    new.function.iter().try_for_each(|id| check_function(desk, id, "/functie"))?;
    let mut account = StoredAccount::new(new)?;
    let invitation = account.ask(by, desk.now())?;
    update(desk, |accounts| push(accounts, account.clone()))?;
    Ok(AccountDone { account: account.view(), invitation })
}

pub(super) fn push(accounts: &mut Vec<StoredAccount>, new: StoredAccount) -> Result<(), Failure> {
    // written by a swap that was said to have lost
    if accounts.iter().any(|other| other.id == new.id) {
        return Ok(());
    }
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
pub(super) fn change<R>(
    desk: &Desk,
    id: &AccountId,
    revision: Revision,
    mut with: impl FnMut(&mut StoredAccount) -> Result<R, Failure>,
) -> Result<(StoredAccount, R), Failure> {
    update(desk, |accounts| {
        let account = accounts.iter_mut().find(|account| account.id == *id).ok_or_else(Failure::not_found)?;
        if account.revision != revision {
            return Err(Failure::of(ProblemKind::Stale, "Bekijk het account opnieuw en probeer het nog een keer."));
        }
        let was_active = account.can_log_in();
        let answer = with(account)?;
        account.revision = account.revision.next();
        let changed = account.clone();
        if was_active && !accounts.iter().any(|other| other.role == changed.role && other.can_log_in()) {
            let detail = "Dit is de laatste met deze rol. Maak eerst een ander account.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        Ok((changed, answer))
    })
}

/// Begins a new epoch of an account, in which its earlier sessions are over; answers it.
pub(crate) fn begin_epoch(desk: &Desk, id: &AccountId) -> Result<u32, Failure> {
    update(desk, |accounts| {
        let account = accounts.iter_mut().find(|account| account.id == *id).ok_or_else(Failure::not_found)?;
        account.epoch += 1;
        account.revision = account.revision.next();
        Ok(account.epoch)
    })
}

/// A function has to be one of the profile's: any other would count as none.
pub(super) fn check_function(desk: &Desk, id: &FunctionId, pointer: &str) -> Result<(), Failure> {
    if desk.profile()?.functions.iter().any(|function| function.id == *id) {
        return Ok(());
    }
    let detail = "Kies een functie uit het profiel van de gemeente.";
    let errors = vec![ErrorItem::new(pointer, "onbekende-functie", detail)];
    Err(Failure::Problem(ProblemKind::BadRequest, "Deze functie staat niet in het profiel.", errors))
}
