//! The record of the log.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{awareness::Session, id::AccountId, moment::Moment};

/// All lines, in the order in which they were recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredLog {
    /// The last number given.
    #[serde(rename = "laatste", default)]
    pub last: u32,
    /// The lines.
    #[serde(rename = "regels", default)]
    pub all: Vec<StoredSession>,
}

/// One line. It stays when it ends, so that a figure that was made can be explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredSession {
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: u32,
    /// How often it was changed.
    #[serde(rename = "gezien")]
    pub seen: u32,
    /// What was done.
    #[serde(rename = "regel")]
    pub session: Session,
    /// When it was recorded, or changed last.
    #[serde(rename = "op")]
    pub at: Moment,
    /// By whom.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// Whether it does not count any more.
    #[serde(rename = "beeindigd", default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
}

impl StoredSession {
    /// Notes who changed it.
    pub fn changed(&mut self, at: Moment, by: &AccountId) {
        self.seen += 1;
        self.at = at;
        self.by = by.clone();
    }
}

const CELL: Cell<Cases, StoredLog> = cell::awareness();

/// The record to begin with, where it is not there yet.
pub(crate) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&CELL)
}

/// The log; empty before anything was recorded.
pub(super) fn read(desk: &Desk) -> Result<StoredLog, Failure> {
    Ok(desk.cases.get(&CELL)?.unwrap_or_default())
}

/// Changes the record.
///
/// # Errors
/// Those of `decide`; [`Failure::Unreadable`]: nothing can be added to what cannot be read.
pub(super) fn change(desk: &Desk, decide: impl Fn(&mut StoredLog) -> Result<(), Failure>) -> Result<(), Failure> {
    desk.begin_record(&CELL, &cell::AWARENESS_TURN)?;
    desk.cases.update(&CELL, |stored| {
        let mut log = stored.unwrap_or_default();
        decide(&mut log)?;
        Ok(Change::Write(log, ()))
    })
}
