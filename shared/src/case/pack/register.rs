use super::{KeptBack, PackItem};
use crate::{
    case::ProgressStep,
    id::{CaseNumber, PackPrint},
    moment::{Day, Moment},
    retention::Outcome,
    sharing::ReferralTarget,
    text::Line,
};
use serde::{Deserialize, Serialize};

/// What the gemeente's own register gets of a case (overdracht): the file `dossier.json` of its package. Another system
/// keeps the case from then on [seed: registratie in Suite]. The data of whoever reported it are not in it, and their
/// name is blanked in what they wrote; nor are the report of the first contact, the questions to them and what they
/// were told. What people wrote may still show who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegisterFile {
    /// The case's number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The name of the gemeente.
    #[serde(rename = "gemeente")]
    pub gemeente: String,
    /// Whether all of it is made up, in a practice instance.
    #[serde(rename = "oefening")]
    pub practice: bool,
    /// When it was made.
    #[serde(rename = "gemaaktOp")]
    pub made: Moment,
    /// The steps that were reached and their days.
    #[serde(rename = "stappen")]
    pub steps: Vec<ProgressStep>,
    /// When it was closed, if it was.
    #[serde(rename = "afgerondOp")]
    pub closed: Option<Day>,
    /// What becomes of it.
    #[serde(rename = "uitkomst")]
    pub outcome: Outcome,
    /// Where the decision went.
    #[serde(rename = "vervolgstappen")]
    pub referrals: Vec<RegisterReferral>,
    /// What the case says.
    #[serde(rename = "onderdelen")]
    pub items: Vec<PackItem>,
    /// What it says and is not in here, because the AF who made this does not read it.
    #[serde(rename = "nietHierin")]
    pub left: Vec<KeptBack>,
}

/// One receiver of the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegisterReferral {
    /// Which organisation.
    #[serde(rename = "naar")]
    pub to: ReferralTarget,
    /// The receiver there: a function.
    #[serde(rename = "ontvanger")]
    pub receiver: Option<Line>,
    /// The ground (grondslag).
    #[serde(rename = "grondslag")]
    pub ground: Option<Line>,
    /// The day of sending, as the decision names it.
    #[serde(rename = "datum")]
    pub day: Day,
    /// The fingerprints of what was kept for it, the newest first.
    #[serde(rename = "vastgelegd")]
    pub kept: Vec<PackPrint>,
}
