//! Views of an AF for colleagues, of a case that was opened by break-glass, and of standing in with a reason.
use crate::{
    case::notes::BreakGlassReason,
    id::{AccountId, CaseId, CaseNumber, StandInId},
    moment::{Day, Moment},
    text::Line,
};
use serde::{Deserialize, Serialize};

/// An AF by name, or somebody else who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficerView {
    /// Account.
    pub id: AccountId,
    /// Name.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Cases can be given to them: an AF who can log in.
    #[serde(rename = "actief")]
    pub active: bool,
}

/// Answer to `POST dossiers/{id}/toegang`, and a line at the top of the FG's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opening {
    /// The case's id.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The AF who opened it.
    #[serde(rename = "wie")]
    pub who: AccountId,
    /// The moment of opening.
    #[serde(rename = "op")]
    pub at: Moment,
    /// The last day of the access.
    #[serde(rename = "totEnMet")]
    pub until: Day,
    /// The reason, without the words that go with it: those are in the case. Openings from before there were reasons to
    /// choose from count as something else.
    #[serde(rename = "waarom", default)]
    pub why: BreakGlassReason,
}

/// That an AF began to stand in for a colleague who had not arranged it: for the FG, and for that colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cover {
    /// The waarneming.
    pub id: StandInId,
    /// The AF who is away.
    #[serde(rename = "voor")]
    pub of: AccountId,
    /// The AF who stands in.
    #[serde(rename = "waarnemer")]
    pub by: AccountId,
    /// When it began.
    #[serde(rename = "op")]
    pub at: Moment,
    /// The last day.
    #[serde(rename = "totEnMet")]
    pub until: Day,
    /// When one of the two, or the FG, ended it.
    #[serde(rename = "beeindigdOp", default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
    /// The reason, without the words that go with it: those are for the colleague.
    #[serde(rename = "waarom")]
    pub why: BreakGlassReason,
}

impl Cover {
    /// Whether it gives access on this day.
    #[must_use]
    pub fn goes_on(&self, today: Day) -> bool {
        self.ended.is_none() && self.at.day() <= today && today <= self.until
    }
}
