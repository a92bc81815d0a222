//! Open proposals and the number of declarations, in one record. So a declaration gets its number in the same write as
//! its destruction, without gaps.
use crate::{Desk, case};
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    case::{
        Case, Exclusions, Refusal,
        destruction::{DestructionGround, ProposedDestruction, may_go},
    },
    id::{AccountId, CaseId, StatusKey},
    moment::Moment,
    retention::{Due, Kept, due},
};

/// The most proposals that may wait: the record stays under 64 KB.
const MOST: usize = 100;

/// The register as stored.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct StoredRegister {
    /// The last number of a declaration.
    #[serde(rename = "verklaringen")]
    pub last: i64,
    /// Proposals, in the order in which they were made.
    #[serde(rename = "open")]
    pub open: Vec<Open>,
}

impl StoredRegister {
    /// Its cell.
    pub const CELL: Cell<Cases, Self> = cell::destructions();
}

/// A proposal and what became of it so far.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Open {
    #[serde(rename = "voorstel")]
    pub proposal: ProposedDestruction,
    #[serde(rename = "akkoord", default)]
    pub approved: Option<Approved>,
}

/// That a second person agreed: from here on it can only be finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Approved {
    #[serde(rename = "door")]
    pub by: AccountId,
    #[serde(rename = "op")]
    pub at: Moment,
    /// Once the case can't change any more: the facts needed after it can no longer be read.
    #[serde(rename = "gang", default)]
    pub going: Option<Going>,
}

/// The facts needed to finish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Going {
    /// The number of its declaration.
    #[serde(rename = "verklaring")]
    pub certificate: i64,
    #[serde(rename = "revisies")]
    pub revisions: u64,
    /// All places where the melder's status was or is stored.
    #[serde(rename = "standen")]
    pub statuses: Vec<StatusKey>,
    /// The people excluded from it.
    #[serde(rename = "uitsluitingen", default, skip_serializing_if = "Exclusions::is_none")]
    pub exclusions: Exclusions,
}

pub(super) fn read(desk: &Desk) -> Result<StoredRegister, Failure> {
    Ok(desk.cases.get(&StoredRegister::CELL)?.unwrap_or_default())
}

/// Changes the record of one case's destruction; `None` if it is no longer there.
pub(super) fn change<R>(
    desk: &Desk,
    id: &CaseId,
    mut decide: impl FnMut(&mut StoredRegister, Option<usize>) -> Result<R, Failure>,
) -> Result<R, Failure> {
    desk.cases.update(&StoredRegister::CELL, |stored| {
        let mut register = stored.unwrap_or_default();
        let at = register.open.iter().position(|open| open.proposal.case == *id);
        let answer = decide(&mut register, at)?;
        Ok(Change::Write(register, answer))
    })
}

/// Whether this case may be destroyed on this ground today: decided on the case, not on its line.
pub(super) fn allowed(desk: &Desk, case: &Case, ground: DestructionGround) -> Result<(Kept, Due), Failure> {
    let (terms, today) = (desk.profile()?.retention, desk.now().day());
    let kept = case.kept();
    let erasure = case.rights().erasure_granted();
    let due = may_go(kept.as_ref(), |kept| due(kept, &terms, today), ground, erasure)?;
    Ok((kept.ok_or(Refusal::NotClosed)?, due))
}

/// One person proposes.
///
/// # Errors
/// A 404; a 409 with a [`Refusal`]; [`Failure::Unavailable`].
pub fn propose(desk: &Desk, id: &CaseId, ground: DestructionGround, by: &AccountId) -> Result<(), Failure> {
    let case = case::load(desk, id)?.value;
    let (kept, due) = allowed(desk, &case, ground)?;
    let (number, at) = (case.origins().number, desk.now());
    let proposal = ProposedDestruction { case: id.clone(), number, kept, due, ground, by: by.clone(), at };
    change(desk, id, |register, there| {
        if there.is_some() {
            return Err(Refusal::AlreadyProposed.into());
        }
        if register.open.len() >= MOST {
            return Err(Refusal::TooManyProposals.into());
        }
        register.open.push(Open { proposal: proposal.clone(), approved: None });
        Ok(())
    })
}

/// The person who proposed it takes it back, or another person does not agree.
///
/// # Errors
/// A 409 with a [`Refusal`]; [`Failure::Unavailable`].
pub fn reject(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    change(desk, id, |register, there| {
        let at = there.ok_or(Refusal::NothingProposed)?;
        if register.open.get(at).is_some_and(|open| open.approved.is_some()) {
            return Err(Refusal::UnderWay.into());
        }
        register.open.remove(at);
        Ok(())
    })
}
