//! The stored relations of AFs to cases.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    contract::{Cover, Opening, StandIn},
    id::AccountId,
};

/// All of it in one record, because it is small and every request for a case needs it.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct StoredRelations {
    /// Stand-ins. Those that have ended are removed at the next change.
    #[serde(rename = "waarnemingen")]
    pub(super) stand_ins: Vec<StandIn>,
    /// Hand-overs: they decide who sees the closed cases of a colleague who left.
    #[serde(rename = "opvolgers")]
    pub(super) successors: Vec<Succession>,
    /// Cases opened with a reason (break-glass), oldest first.
    #[serde(rename = "noodtoegang")]
    pub(super) openings: Vec<Opening>,
    /// That AFs began to stand in with a reason, oldest first. It stays for the FG when the waarneming is over.
    #[serde(rename = "begonnen", skip_serializing_if = "Vec::is_empty")]
    pub(super) covers: Vec<Cover>,
}

impl StoredRelations {
    pub(super) const CELL: Cell<Cases, Self> = cell::relations();
}

/// Somebody took over from somebody. What they see by it ends when the other is there again: see [`super::viewer`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Succession {
    #[serde(rename = "van")]
    pub(super) from: AccountId,
    #[serde(rename = "aan")]
    pub(super) to: AccountId,
    /// Who handed over: an AF their own cases, or a colleague those of somebody who left. Older ones do not say.
    #[serde(rename = "door", default, skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<AccountId>,
}

/// The record to begin with, where it is not there yet.
pub(in crate::case) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&StoredRelations::CELL)
}

/// The stored record, or an empty one when nothing was stored yet. While it cannot be read nobody stands in for
/// anybody, which shows an AF less than before and never more; nothing can be added to it then.
pub(super) fn stored(desk: &Desk) -> Result<StoredRelations, Failure> {
    let stored = desk.cases.get(&StoredRelations::CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(stored.unwrap_or_default())
}

/// Whether it cannot be read.
pub(in crate::case) fn is_damaged(desk: &Desk) -> Result<bool, Failure> {
    match desk.cases.get(&StoredRelations::CELL) {
        Ok(_) => Ok(false),
        Err(Failure::Unreadable(_)) => Ok(true),
        Err(other) => Err(other),
    }
}
