//! That an account is closed, noted in the store of keys as well. The backup of the keys is always the newest, so after
//! an older list of accounts was put back, who was blocked since stays blocked, and who left has left.
//!
//! It is noted before the list is written, and taken back after it. So an interruption leaves somebody closed who is
//! not, never the other way round.
use super::{flat::StoredDeparture, stored::StoredAccount};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cell, Keys},
    },
};
use serde::{Deserialize, Serialize};
use shared::id::{AccountId, Revision};

/// Whether an account is closed, as it is noted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredClosure {
    #[serde(rename = "revisie")]
    revision: Revision,
    #[serde(rename = "dicht")]
    pub closed: bool,
    /// Its holder left for good.
    #[serde(rename = "vertrokken", default, skip_serializing_if = "Option::is_none")]
    pub left: Option<StoredDeparture>,
}

impl StoredClosure {
    fn cell(id: &AccountId) -> Cell<Keys, Self> {
        cell::closure(id.as_str())
    }

    fn of(account: &StoredAccount) -> Self {
        let (closed, left) = (account.is_blocked(), account.departure().cloned());
        Self { revision: account.revision, closed, left }
    }

    fn is_like(&self, other: &Self) -> bool {
        (self.closed, &self.left) == (other.closed, &other.left)
    }
}

/// What is noted about this account.
pub(super) fn noted(desk: &Desk, id: &AccountId) -> Result<Option<StoredClosure>, Failure> {
    desk.keys.get(&StoredClosure::cell(id))
}

/// Notes the accounts that are about to be closed.
///
/// # Errors
/// [`Failure::Unavailable`]: then the list is not written either.
pub(super) fn raise(desk: &Desk, before: &[StoredAccount], after: &[StoredAccount]) -> Result<(), Failure> {
    let same = |account: &StoredAccount| before.contains(account);
    after.iter().filter(|account| account.is_blocked() && !same(account)).try_for_each(|account| put(desk, account))
}

/// Takes back what was noted about accounts that were opened. When that fails they count as closed after a restore, and
/// a second person lets them in again.
pub(super) fn lower(desk: &Desk, before: &[StoredAccount], after: &[StoredAccount]) {
    let was_closed = |account: &StoredAccount| before.iter().any(|one| one.id == account.id && one.is_blocked());
    for account in after.iter().filter(|account| !account.is_blocked() && was_closed(account)) {
        if put(desk, account).is_err() {
            eprintln!("warning: an account was opened, and its closing mark is still there");
        }
    }
}

/// Notes whether this account is closed.
pub(super) fn put(desk: &Desk, account: &StoredAccount) -> Result<(), Failure> {
    let (cell, now) = (StoredClosure::cell(&account.id), StoredClosure::of(account));
    let work = || {
        desk.keys.update(&cell, |stored| {
            // a slow writer does not take back what was noted since
            let is_behind =
                stored.is_none_or(|stored| stored.revision <= now.revision && (!stored.is_like(&now) || now.closed));
            Ok(if is_behind { Change::Write(now.clone(), ()) } else { Change::Keep(()) })
        })
    };
    desk.healed_in(&desk.keys, &cell, || Ok(now.clone()), work)
}
