//! What a profile names for people to choose from.
use crate::id::FunctionId;
use serde::{Deserialize, Serialize};

/// A source that may be consulted in the investigation (bron), with the ground the gemeente names for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// As shown.
    #[serde(rename = "naam")]
    pub name: String,
    /// The legal ground (grondslag).
    #[serde(rename = "grondslag")]
    pub ground: String,
}

/// A function of an AF: `regisseur Wmo`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// Accounts and reports refer to it by this id; never reused for another function.
    pub id: FunctionId,
    /// As shown.
    #[serde(rename = "naam")]
    pub name: String,
}
