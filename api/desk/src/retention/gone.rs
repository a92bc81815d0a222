//! What stays of a destroyed case under its number, so that the lines of the audit about it can still be found: its id
//! and the day. The declarations of destruction have numbers of their own.
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{
    id::{CaseId, CaseNumber},
    moment::Day,
};

/// A case that was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// The id it had, as in the audit.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// The number it had.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The day of its destruction.
    #[serde(rename = "op")]
    pub on: Day,
}

fn cell_of(sequence: u32) -> Cell<Cases, Gone> {
    cell::destroyed_case(i64::from(sequence))
}

/// Notes that a case is gone.
pub(super) fn note(desk: &Desk, gone: &Gone) -> Result<(), Failure> {
    desk.cases.set(&cell_of(gone.number.sequence), gone)
}

/// The destroyed case that had this number. None of those that were destroyed before this was kept, or when it cannot
/// be read.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn gone(desk: &Desk, sequence: u32) -> Result<Option<Gone>, Failure> {
    desk.cases.get(&cell_of(sequence)).or_else(|failure| failure.unless_damaged(None))
}
