//! Where somebody is logged in: seeing the own sessions, ending them, and sweeping those that ended.
#[cfg(test)]
mod tests;

use super::{
    open::{StoredOpen, end_all, ended, id, read, update},
    session::{self, Session, StoredSession},
};
use crate::{
    Desk,
    account::{self, StoredAccount},
};
use kit::{Failure, store::cell};
use shared::{contract::OwnSession, id::SessionId, session::IDLE_SECONDS};

/// Those of the list that still hold, with their records.
fn holding(desk: &Desk, account: &StoredAccount) -> Result<Vec<(StoredOpen, StoredSession)>, Failure> {
    let mut holding = Vec::new();
    for one in read(desk, &account.id)? {
        let stored = desk.cases.get(&cell::session(&one.hash)).or_else(|failure| failure.unless_damaged(None))?;
        if let Some(stored) = stored.filter(|stored: &StoredSession| stored.holds(account, desk.now())) {
            holding.push((one, stored));
        }
    }
    Ok(holding)
}

fn account(desk: &Desk, who: &Session) -> Result<StoredAccount, Failure> {
    account::all(desk)?.into_iter().find(|account| account.id == who.account).ok_or_else(Failure::not_found)
}

/// Where the caller is logged in, last used first. Their own session is always among them.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, who: &Session) -> Result<Vec<OwnSession>, Failure> {
    let mut sessions = Vec::new();
    for (one, stored) in holding(desk, &account(desk, who)?)? {
        let id = id(&one.hash)?;
        let current = id == who.id;
        sessions.push(OwnSession { id, since: stored.began, used: stored.seen, current });
    }
    if !sessions.iter().any(|one| one.current) {
        sessions.push(OwnSession { id: who.id.clone(), since: who.began, used: desk.now(), current: true });
    }
    sessions.sort_by_key(|one| std::cmp::Reverse((one.current, one.used)));
    Ok(sessions)
}

/// Ends one of the caller's sessions.
///
/// # Errors
/// 404 when they have none by this id.
pub fn end(desk: &Desk, who: &Session, asked: &SessionId) -> Result<(), Failure> {
    let mut found = None;
    for one in read(desk, &who.account)? {
        if id(&one.hash)? == *asked {
            found = Some(one);
        }
    }
    let found = found.ok_or_else(Failure::not_found)?;
    end_all(desk, std::slice::from_ref(&found))?;
    ended(desk, &who.account, &found.hash)
}

/// Ends all sessions of the caller but this one, whether they are in the list or not.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn end_others(desk: &Desk, who: &Session) -> Result<(), Failure> {
    session::keep_only(desk, who, account::begin_epoch(desk, &who.account)?)?;
    let only =
        |open: Vec<StoredOpen>| open.into_iter().filter(|one| id(&one.hash).is_ok_and(|id| id == who.id)).collect();
    end_all(desk, &update(desk, &who.account, only)?)
}

/// Removes the records of sessions that ended: nobody comes back to a browser that was closed.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn sweep(desk: &Desk) -> Result<(), Failure> {
    for account in account::all(desk)? {
        let listed = read(desk, &account.id)?;
        if listed.is_empty() {
            continue;
        }
        let holding: Vec<StoredOpen> = holding(desk, &account)?.into_iter().map(|(one, _)| one).collect();
        // only what was looked at, and what is old enough: of one that just began, the record may not be there yet
        let old = |one: &StoredOpen| desk.now() >= one.began.plus_seconds(IDLE_SECONDS);
        let over: Vec<StoredOpen> = listed.into_iter().filter(|one| old(one) && !holding.contains(one)).collect();
        let without = |open: Vec<StoredOpen>| open.into_iter().filter(|one| !over.contains(one)).collect();
        end_all(desk, &update(desk, &account.id, without)?)?;
    }
    Ok(())
}
