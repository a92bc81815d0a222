use super::{ReferralTarget, SharingRule, standard};
use crate::moment::Day;
use serde::{Deserialize, Serialize};

/// The table. Without one a profile has an example of ours [check with FG, KMT and ZVH].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// The day on which the gemeente established it; none while it is an example.
    #[serde(rename = "vastgesteldOp", default, skip_serializing_if = "Option::is_none")]
    pub established: Option<Day>,
    /// The rules. Who is not among them gets nothing.
    #[serde(rename = "ontvangers")]
    pub rules: Vec<SharingRule>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self { established: None, rules: standard::rules() }
    }
}

impl Sharing {
    /// Whether it is what a profile without a table has.
    #[must_use]
    pub fn is_example(&self) -> bool {
        *self == Self::default()
    }

    /// The rule for this receiver; none where nothing may go there.
    #[must_use]
    pub fn rule(&self, to: ReferralTarget) -> Option<&SharingRule> {
        self.rules.iter().find(|rule| rule.to == to)
    }
}
