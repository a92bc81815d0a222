use super::Exclusions;
use crate::id::AccountId;
use serde::{Deserialize, Serialize};

/// Open cases that the same people may see: everything that [`crate::access::Viewer::relation`] looks at, but which
/// case it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The AF they are assigned to.
    #[serde(rename = "toegewezenAan", default, skip_serializing_if = "Option::is_none")]
    pub assigned: Option<AccountId>,
    /// Who may not know of them.
    #[serde(rename = "uitsluitingen", default, skip_serializing_if = "Exclusions::is_none")]
    pub exclusions: Exclusions,
    /// Whether they are on the agenda, whatever day it is.
    #[serde(rename = "agenda", default)]
    pub on_agenda: bool,
}
