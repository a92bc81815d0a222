//! The list of somebody's open sessions: to find them, to keep their number bounded, and to sweep those that ended. It
//! holds when a session began and nothing of a device or an address.
//!
//! The list gives no access: a session holds by its own record ([`super::session`]). So a list that was lost or cannot
//! be read ends nobody's session.
use crate::Desk;
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
    id::{AccountId, SessionId},
    moment::Moment,
};

/// The most sessions of one person: a desk, a tablet and a phone, and browsers that were closed without logging out.
/// One more ends the oldest.
pub(super) const MOST: usize = 10;

/// A session in the list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredOpen {
    /// The hash of its token, by which its record is found.
    #[serde(rename = "sessie")]
    pub hash: String,
    #[serde(rename = "begonnen")]
    pub began: Moment,
}

/// The cell of the list of an account.
pub(super) fn of(account: &AccountId) -> Cell<Cases, Vec<StoredOpen>> {
    cell::sessions(account.as_str())
}

/// What its user calls a session by: nothing can be done with it elsewhere.
pub(super) fn id(hash: &str) -> Result<SessionId, Failure> {
    let hash = token_hash(&format!("sessie {hash}"));
    SessionId::parse(hash.get(..32).unwrap_or_default()).map_err(|_| Failure::Internal("a session could not be named"))
}

/// The list as it is; one that cannot be read is empty.
pub(super) fn read(desk: &Desk, account: &AccountId) -> Result<Vec<StoredOpen>, Failure> {
    let listed = desk.cases.get(&of(account)).or_else(|failure| failure.unless_damaged(None))?;
    Ok(listed.unwrap_or_default())
}

/// Changes the list in one swap; answers the sessions that `keep` left out. A list that cannot be read begins anew.
pub(super) fn update(
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

/// The records of these are gone.
pub(super) fn end_all(desk: &Desk, gone: &[StoredOpen]) -> Result<(), Failure> {
    gone.iter().try_for_each(|one| desk.cases.delete::<Cases, ()>(&cell::session(&one.hash)))
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
