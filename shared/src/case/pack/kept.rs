use super::PackQuestion;
use crate::{id::PackPrint, moment::Moment};
use serde::{Deserialize, Serialize};

/// More are not kept in one case.
pub const MOST_PACKS: usize = 60;

/// Body of `POST dossiers/{id}/stukken/vastleggen`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackToKeep {
    /// What is kept.
    #[serde(rename = "stuk")]
    pub question: PackQuestion,
    /// The fingerprint of what was read on the screen: nothing else is kept.
    #[serde(rename = "vingerafdruk")]
    pub seen: PackPrint,
}

/// Body of `POST dossiers/{id}/stukken/vastgelegd`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackToSee {
    /// Which one, by its fingerprint.
    #[serde(rename = "vingerafdruk")]
    pub print: PackPrint,
}

/// What went to a receiver, as it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeptPack {
    /// Its fingerprint.
    #[serde(rename = "vingerafdruk")]
    pub print: PackPrint,
    /// When it was kept.
    #[serde(rename = "vastgelegdOp")]
    pub at: Moment,
    /// The file: a [`Pack`](super::Pack) as JSON, to the letter.
    #[serde(rename = "bestand")]
    pub file: String,
}
