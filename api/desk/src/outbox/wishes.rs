//! What each AF wants to be told of, and where to. It stands apart from the accounts, which every request reads, and is
//! sealed as they are. Nothing of it is ever logged.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{id::AccountId, moment::Moment, text::Email, told::Occasion};

const WISHES: Cell<Cases, Vec<StoredWish>> = cell::wishes();

/// What one AF chose.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredWish {
    /// The AF.
    #[serde(rename = "wie")]
    pub who: AccountId,
    /// Where to; none: no messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// What of.
    #[serde(rename = "over")]
    pub about: Vec<Occasion>,
    /// The address of the calendar.
    #[serde(rename = "agenda", default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<StoredFeed>,
}

/// The address of a calendar.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredFeed {
    /// The hash of its secret, which itself is not stored.
    #[serde(rename = "kenmerk")]
    pub hash: String,
    /// Since when.
    #[serde(rename = "sinds")]
    pub since: Moment,
}

impl StoredWish {
    /// Of somebody who chose nothing.
    fn of(who: &AccountId) -> Self {
        Self { who: who.clone(), email: None, about: Occasion::DEFAULT.to_vec(), feed: None }
    }
}

/// The record to begin with, where it is not there yet.
pub(super) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&WISHES)
}

/// All of them; none while they cannot be read. Nothing follows from them, so they are not made again by themselves:
/// the next choice starts a new list.
pub(super) fn all(desk: &Desk) -> Result<Vec<StoredWish>, Failure> {
    let stored = desk.cases.get(&WISHES).or_else(|failure| {
        let none = failure.unless_damaged(None);
        if none.is_ok() {
            eprintln!("error: the addresses for messages cannot be read; each AF has to choose again");
        }
        none
    })?;
    Ok(stored.unwrap_or_default())
}

/// What this AF chose.
pub(super) fn of(desk: &Desk, who: &AccountId) -> Result<StoredWish, Failure> {
    Ok(all(desk)?.into_iter().find(|wish| wish.who == *who).unwrap_or_else(|| StoredWish::of(who)))
}

/// Changes what this AF chose.
pub(super) fn change(
    desk: &Desk,
    who: &AccountId,
    to: impl Fn(StoredWish) -> StoredWish,
) -> Result<StoredWish, Failure> {
    let work = || {
        desk.cases.update(&WISHES, |stored| {
            let mut wishes: Vec<StoredWish> = stored.unwrap_or_default();
            let at = wishes.iter().position(|wish| wish.who == *who);
            let wish = to(at.map_or_else(|| StoredWish::of(who), |at| wishes.remove(at)));
            wishes.push(wish.clone());
            Ok(Change::Write(wishes, wish))
        })
    };
    desk.healed(&WISHES, || Ok(Vec::new()), work)
}
