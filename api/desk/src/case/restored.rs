//! Records that a backup was restored, and which cases had ended by then: the remains of cases whose key is gone,
//! without content.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{id::CaseId, moment::Moment};

const RESTORED: Cell<Cases, Vec<Restore>> = cell::restored();

/// One backup that was put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restore {
    /// The moment of the restore.
    #[serde(rename = "teruggezetOp")]
    pub at: Moment,
    /// When the backup was made.
    #[serde(rename = "gemaaktOp")]
    pub made: Moment,
    /// The cases in it that the keys no longer open.
    #[serde(rename = "beeindigd")]
    pub ended: Vec<Ended>,
}

/// A case that had ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The case.
    pub id: CaseId,
    /// Its number's place in the sequence, where its line could be read.
    #[serde(rename = "volgnummer")]
    pub number: Option<u32>,
}

/// Every backup that was put back, oldest first.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn list(desk: &Desk) -> Result<Vec<Restore>, Failure> {
    Ok(desk.cases.get(&RESTORED)?.unwrap_or_default())
}

/// Adds one.
///
/// # Errors
/// As [`list`].
pub fn add(desk: &Desk, restore: &Restore) -> Result<(), Failure> {
    desk.cases.update(&RESTORED, |stored| {
        let mut all = stored.unwrap_or_default();
        all.push(restore.clone());
        Ok(Change::Write(all, ()))
    })
}
