//! Where somebody is logged in: a list per account, to see the own sessions and end them, to keep their number bounded,
//! and to sweep those that ended. It holds when a session began and nothing of a device or an address.
//!
//! The list gives no access: a session holds by its own record ([`super::session`]). So a list that was lost or cannot
//! be read ends nobody's session, and "all others" ends those that are not in it too.
#[cfg(test)]
mod tests;

use super::session::{Session, StoredSession};
use crate::{
    Desk,
    account::{self, StoredAccount},
};
use kit::{
    Failure,
    inbox::secret::token_hash,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    contract::OwnSession,
    id::{AccountId, SessionId},
    moment::Moment,
};

/// The most sessions of one person: a desk, a tablet and a phone, and browsers that were closed without logging out.
/// One more ends the oldest.
pub const MOST: usize = 10;

/// A session in the list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredOpen {
    /// The hash of its token, by which its record is found.
    #[serde(rename = "sessie")]
    hash: String,
    #[serde(rename = "begonnen")]
    began: Moment,
}

impl StoredOpen {
    /// The session's own record.
    fn record(&self) -> Cell<Cases, StoredSession> {
        cell::session(&self.hash)
    }
}

fn of(account: &AccountId) -> Cell<Cases, Vec<StoredOpen>> {
    cell::sessions(account.as_str())
}

/// What its user calls a session by: nothing can be done with it elsewhere.
pub(super) fn id(hash: &str) -> Result<SessionId, Failure> {
    let hash = token_hash(&format!("sessie {hash}"));
    SessionId::parse(hash.get(..32).unwrap_or_default()).map_err(|_| Failure::Internal("a session could not be named"))
}

fn read(desk: &Desk, account: &AccountId) -> Result<Vec<StoredOpen>, Failure> {
    let listed = desk.cases.get(&of(account)).or_else(|failure| failure.unless_damaged(None))?;
    Ok(listed.unwrap_or_default())
}

/// Changes the list in one swap; answers the sessions that `keep` left out. A list that cannot be read begins anew.
fn update(
    desk: &Desk,
    account: &AccountId,
    keep: impl Fn(Vec<StoredOpen>) -> Vec<StoredOpen>,
) -> Result<Vec<StoredOpen>, Failure> {
    let changed = desk.cases.update(&of(account), |stored| {
        let before = stored.unwrap_or_default();
        let after = keep(before.clone());
        let gone = before.iter().filter(|one| !after.contains(one)).cloned().collect();
        Ok(if after == before { Change::Keep(gone) } else { Change::Write(after, gone) })
    });
    changed.or_else(|failure| {
        failure.unless_damaged(())?;
        desk.cases.set(&of(account), &keep(Vec::new()))?;
        Ok(Vec::new())
    })
}

fn end_all(desk: &Desk, gone: &[StoredOpen]) -> Result<(), Failure> {
    gone.iter().try_for_each(|one| desk.cases.delete(&one.record()))
}

/// A session began. Where there are too many, the oldest ends.
pub(super) fn began(desk: &Desk, account: &AccountId, hash: &str, at: Moment) -> Result<(), Failure> {
    let new = StoredOpen { hash: hash.to_owned(), began: at };
    let gone = update(desk, account, |mut open| {
        if !open.contains(&new) {
            open.push(new.clone());
        }
        let over = open.len().saturating_sub(MOST);
        open.split_off(over)
    })?;
    end_all(desk, &gone)
}

/// A session ended.
pub(super) fn ended(desk: &Desk, account: &AccountId, hash: &str) -> Result<(), Failure> {
    let without = |open: Vec<StoredOpen>| open.into_iter().filter(|one| one.hash != hash).collect();
    update(desk, account, without).map(drop)
}

/// Those of the list that still hold, with their records.
fn holding(desk: &Desk, account: &StoredAccount) -> Result<Vec<(StoredOpen, StoredSession)>, Failure> {
    let mut holding = Vec::new();
    for one in read(desk, &account.id)? {
        let stored = desk.cases.get(&one.record()).or_else(|failure| failure.unless_damaged(None))?;
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
    desk.cases.delete(&found.record())?;
    ended(desk, &who.account, &found.hash)
}

/// Ends all sessions of the caller but this one, whether they are in the list or not.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn end_others(desk: &Desk, who: &Session) -> Result<(), Failure> {
    let own = account(desk, who)?;
    super::session::keep_only(desk, who, super::own::end_sessions(desk, &own)?)?;
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
        // only what was looked at: another may have begun since
        let over: Vec<StoredOpen> = listed.into_iter().filter(|one| !holding.contains(one)).collect();
        let without = |open: Vec<StoredOpen>| open.into_iter().filter(|one| !over.contains(one)).collect();
        end_all(desk, &update(desk, &account.id, without)?)?;
    }
    Ok(())
}
