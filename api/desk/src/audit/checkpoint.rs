//! Checkpoints: the head of the chain after every thousand lines. A check goes on from one, and the lines before it can
//! be destroyed when their term is over. The checkpoint at the end of a destroyed range then is its certificate: it
//! keeps the head from which the rest of the chain follows.
use super::link::start;
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{
    audit::{AuditFinding, Head},
    moment::Moment,
};

/// Lines between two checkpoints.
pub(super) const EVERY: i64 = 1000;

/// A checkpoint as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredCheckpoint {
    #[serde(rename = "kop")]
    pub head: Head,
    /// That the lines up to here, from the checkpoint before, were destroyed.
    #[serde(rename = "vernietigd", default, skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<Destroyed>,
}

/// The facts of a destroyed range, without anything that was in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Destroyed {
    #[serde(rename = "op")]
    pub at: Moment,
    /// The moment of its last line; none where no line of it could be read.
    #[serde(rename = "laatsteRegel")]
    pub last: Option<Moment>,
    /// What the last whole check had found wrong in it.
    #[serde(rename = "bevindingen", default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<AuditFinding>,
}

impl StoredCheckpoint {
    /// The cell of the checkpoint after this line.
    pub(super) fn cell(number: i64) -> Cell<Cases, Self> {
        cell::audit_checkpoint(number / EVERY)
    }
}

/// Keeps the checkpoint after this line, if it is the last of its thousand. Everybody who does so writes the same, and
/// a certificate stays.
pub(super) fn keep(desk: &Desk, head: &Head) -> Result<(), Failure> {
    if head.number < EVERY || head.number % EVERY != 0 || desk.cases.exists(&StoredCheckpoint::cell(head.number))? {
        return Ok(());
    }
    desk.cases.set(&StoredCheckpoint::cell(head.number), &StoredCheckpoint { head: head.clone(), destroyed: None })
}

/// The checkpoint after this line; none where there is none, or it cannot be read.
pub(super) fn at(desk: &Desk, number: i64) -> Result<Option<StoredCheckpoint>, Failure> {
    desk.cases.get(&StoredCheckpoint::cell(number)).or_else(|failure| failure.unless_damaged(None))
}

/// Where the kept lines of the audit begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredBegin {
    /// The head after the last destroyed line.
    #[serde(rename = "kop")]
    pub head: Head,
    /// Up to where the destroyed lines are gone from the store. Between this and the head a destruction stopped
    /// half-way.
    #[serde(rename = "opgeruimdTot")]
    pub cleared: i64,
    /// The moment of the last destruction; none when nothing was destroyed.
    #[serde(rename = "op", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
}

impl StoredBegin {
    /// Its cell.
    pub(super) const CELL: Cell<Cases, Self> = cell::audit_begin();

    fn nothing() -> Self {
        Self { head: start(), cleared: 0, at: None }
    }
}

/// Where the kept lines begin. One that cannot be read is made again from the certificates.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn begin(desk: &Desk) -> Result<StoredBegin, Failure> {
    let read = || Ok(desk.cases.get(&StoredBegin::CELL)?.unwrap_or_else(StoredBegin::nothing));
    desk.healed(&StoredBegin::CELL, || remake(desk), read)
}

fn remake(desk: &Desk) -> Result<StoredBegin, Failure> {
    let mut made = StoredBegin::nothing();
    while let Some(next) = at(desk, made.head.number + EVERY)? {
        let Some(destroyed) = next.destroyed else { break };
        // what was cleared is not known: deleting it again does no harm
        made = StoredBegin { head: next.head, cleared: 0, at: Some(destroyed.at) };
    }
    Ok(made)
}
