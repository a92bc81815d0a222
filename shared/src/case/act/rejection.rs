use super::ActKind;
use crate::text::Prose;
use serde::{Deserialize, Serialize};

/// No to a proposal, or taking it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// The act that was proposed; needed where more than one waits.
    #[serde(rename = "welk", default, skip_serializing_if = "Option::is_none")]
    pub which: Option<ActKind>,
    /// Why, for whoever proposed it and the other AFs of the case.
    #[serde(rename = "reden")]
    pub reason: Prose,
}
