//! What a profile names for people to choose from.
use crate::{choice::choice, id::FunctionId};
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

choice!(
    /// What a function is for (domein). An AF from zorg reads what a case says about care and health; any other AF
    /// opens that first [domain §3].
    #[derive(Default)]
    Domain {
        /// Zorg: what a function is from when the profile does not say.
        #[default]
        Care = "zorg",
        /// Veiligheid.
        Safety = "veiligheid",
    }
);

impl Domain {
    /// Whether it is what a profile that does not say means.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_usual(&self) -> bool {
        *self == Self::Care
    }
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
    /// What it is for.
    #[serde(rename = "domein", default, skip_serializing_if = "Domain::is_usual")]
    pub domain: Domain,
}
