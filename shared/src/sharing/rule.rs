use super::{DataKind, ReferralTarget};
use serde::{Deserialize, Serialize};

/// What may go to one receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SharingRule {
    /// Which receiver.
    #[serde(rename = "naar")]
    pub to: ReferralTarget,
    /// What they may have; everything else never goes there.
    #[serde(rename = "mag")]
    pub may: Vec<DataKind>,
    /// The legal grounds (grondslagen) to choose from; none: nothing is sent there.
    #[serde(rename = "grondslagen")]
    pub grounds: Vec<String>,
    /// Whether the person has to agree first, as is written with the decision.
    #[serde(rename = "metInstemming", default, skip_serializing_if = "std::ops::Not::not")]
    pub consent: bool,
    /// Whether naming a possible victim takes a written answer to "Kan deze persoon gedwongen zijn?".
    #[serde(rename = "vraagtGedwongen", default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_coerced: bool,
}

impl SharingRule {
    /// Whether this is one of its grounds.
    #[must_use]
    pub fn names(&self, ground: &str) -> bool {
        self.grounds.iter().any(|one| one.trim() == ground.trim())
    }

    /// What never goes there.
    pub fn never(&self) -> impl Iterator<Item = DataKind> {
        DataKind::ALL.iter().copied().filter(|kind| !self.may.contains(kind))
    }

    /// Whether somebody who may have been forced can be named there: somebody may be a victim and an offender.
    #[must_use]
    pub fn names_people(&self) -> bool {
        self.may.iter().any(|kind| matches!(kind, DataKind::PossibleVictim | DataKind::PossibleOffender))
    }
}
