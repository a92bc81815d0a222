//! The record of the proposals.
use super::chosen::{Numbers, Tally};
use crate::{
    Desk,
    case::{lines, load},
};
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    case::{Exclusions, Refusal},
    id::{AccountId, CaseNumber, TogetherId},
    moment::Moment,
    text::{Line, Prose},
};

/// The most that wait or are carried out. With [`super::chosen::MOST`] numbers in each, the record stays under half a
/// mebibyte.
const MOST: usize = 4;
/// The most that are done and still shown.
const DONE: usize = 10;

/// All of them, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredTogether {
    #[serde(rename = "voorstellen")]
    pub all: Vec<Proposed>,
}

/// One proposal and what became of it so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Proposed {
    pub id: TogetherId,
    #[serde(rename = "door")]
    pub by: AccountId,
    #[serde(rename = "op")]
    pub at: Moment,
    #[serde(rename = "van")]
    pub from: Moment,
    #[serde(rename = "tot")]
    pub until: Moment,
    #[serde(rename = "zoals")]
    pub like: Option<Like>,
    #[serde(rename = "reden")]
    pub reason: Line,
    /// The case numbers selected; none of what is done.
    #[serde(rename = "nummers")]
    pub numbers: Numbers,
    /// How many were selected.
    #[serde(rename = "gekozen")]
    pub chosen: Tally,
    /// How many were left out.
    #[serde(rename = "nietMee")]
    pub apart: Tally,
    #[serde(rename = "akkoord")]
    pub agreed: Option<Agreed>,
}

/// The case whose text the selected ones have. The text itself is in that case alone, so that it goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Like {
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// Who may not know of that case.
    #[serde(rename = "uitsluitingen")]
    pub exclusions: Exclusions,
}

/// That a second AF agreed, and how far the work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Agreed {
    #[serde(rename = "door")]
    pub by: AccountId,
    #[serde(rename = "op")]
    pub at: Moment,
    /// All selected numbers up to this one were looked at.
    #[serde(rename = "tot")]
    pub upto: u32,
    /// How many of them were closed.
    #[serde(rename = "gesloten")]
    pub closed: Tally,
    #[serde(rename = "klaarOp")]
    pub ended: Option<Moment>,
}

impl Like {
    /// The text, unless the case is gone or cannot be read.
    pub fn story(&self, desk: &Desk) -> Result<Option<Prose>, Failure> {
        let text = || {
            let Some(row) = lines::row(desk, self.number.sequence)? else { return Ok(None) };
            Ok(Some(load(desk, &row.id)?.value.origins().report.story.clone()))
        };
        match text() {
            Err(Failure::Problem(..)) => Ok(None),
            other => other.or_else(|failure| failure.unless_damaged(None)),
        }
    }
}

impl StoredTogether {
    const CELL: Cell<Cases, Self> = cell::together();
}

impl Proposed {
    /// Whether nothing is left to be done for it.
    pub fn is_done(&self) -> bool {
        self.agreed.as_ref().is_some_and(|agreed| agreed.ended.is_some())
    }
}

/// The record to begin with, where it is not there yet.
pub(in crate::case) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&StoredTogether::CELL)
}

/// All proposals. Where the record cannot be read there are none: nothing was closed that two did not agree on, and
/// what is left open can be proposed again.
pub(super) fn read(desk: &Desk) -> Result<Vec<Proposed>, Failure> {
    let read = || Ok(desk.cases.get(&StoredTogether::CELL)?.unwrap_or_default());
    Ok(desk.healed(&StoredTogether::CELL, || Ok(StoredTogether::default()), read)?.all)
}

/// Adds one.
pub(super) fn add(desk: &Desk, new: &Proposed) -> Result<(), Failure> {
    change(desk, |all| {
        if all.iter().filter(|one| !one.is_done()).count() >= MOST {
            return Err(Refusal::TooManyProposals.into());
        }
        all.push(new.clone());
        let done = all.iter().filter(|one| one.is_done()).count();
        let mut over = done.saturating_sub(DONE);
        all.retain(|one| {
            let goes = over > 0 && one.is_done();
            over -= usize::from(goes);
            !goes
        });
        Ok(())
    })
}

/// Changes one that is there.
pub(super) fn change_one<R>(
    desk: &Desk,
    id: &TogetherId,
    decide: impl Fn(&mut Proposed) -> Result<R, Failure>,
) -> Result<R, Failure> {
    change(desk, |all| {
        let one = all.iter_mut().find(|one| one.id == *id).ok_or(Refusal::NothingProposed)?;
        decide(one)
    })
}

/// Takes one away that nobody agreed to yet.
pub(super) fn remove(desk: &Desk, id: &TogetherId) -> Result<(), Failure> {
    change(desk, |all| {
        let at = all.iter().position(|one| one.id == *id).ok_or(Refusal::NothingProposed)?;
        if all.get(at).is_some_and(|one| one.agreed.is_some()) {
            return Err(Refusal::AlreadySo.into());
        }
        all.remove(at);
        Ok(())
    })
}

fn change<R>(desk: &Desk, decide: impl Fn(&mut Vec<Proposed>) -> Result<R, Failure>) -> Result<R, Failure> {
    let work = || {
        desk.cases.update(&StoredTogether::CELL, |stored| {
            let before = stored.unwrap_or_default();
            let mut after = before.clone();
            let answer = decide(&mut after.all)?;
            Ok(if after == before { Change::Keep(answer) } else { Change::Write(after, answer) })
        })
    };
    desk.healed(&StoredTogether::CELL, || Ok(StoredTogether::default()), work)
}
