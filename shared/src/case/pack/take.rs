use super::{KeptBack, PackItem};
use crate::{
    case::redact::Sought,
    id::{CaseNumber, PackPrint},
    moment::Day,
    sharing::ReferralTarget,
    text::Line,
};
use serde::{Deserialize, Serialize};

/// Body of `POST dossiers/{id}/stukken`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackQuestion {
    /// For which referral of the decision, counted from 0.
    #[serde(rename = "vervolgstap")]
    pub referral: usize,
    /// To which organisation that was, when the AF saw it.
    #[serde(rename = "naar")]
    pub to: ReferralTarget,
    /// What goes, by id.
    #[serde(rename = "gekozen")]
    #[cfg_attr(feature = "schema", schemars(length(max = 300)))]
    pub chosen: Vec<String>,
}

/// Answer to `POST dossiers/{id}/stukken`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackAnswer {
    /// Everything that may go.
    #[serde(rename = "keuze")]
    pub choice: Vec<PackItem>,
    /// What stays, and why.
    #[serde(rename = "blijftHier")]
    pub kept: Vec<KeptBack>,
    /// What was looked for and stands in none of it as it is in the case. It may stand there in other words.
    #[serde(rename = "nietGevonden")]
    pub missed: Vec<Sought>,
    /// The pack with what was chosen.
    #[serde(rename = "stuk")]
    pub pack: Pack,
    /// The fingerprint of the file that would be kept.
    #[serde(rename = "vingerafdruk")]
    pub print: PackPrint,
}

/// What the ids of items begin with that are from what the case says about care and health.
pub(super) const OF_CARE: &str = "zorg.";

/// What goes to a receiver, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pack {
    /// The case's number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// To which organisation.
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
    /// What goes.
    #[serde(rename = "onderdelen")]
    pub items: Vec<PackItem>,
}

impl Pack {
    /// Whether something of it is from what the case says about care and health, which not every AF reads.
    #[must_use]
    pub fn holds_care(&self) -> bool {
        self.items.iter().any(|item| item.id.starts_with(OF_CARE))
    }
}
