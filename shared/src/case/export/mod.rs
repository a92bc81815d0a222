//! A copy for somebody whose data are in a case (inzage, AVG 15), in which third parties and the melder are blanked.
//!
//! The copy is safe by default: it holds days, steps and the fields of the one person it is for. Free text is left out,
//! because no rule can decide who is recognisable in it (AVG 15 lid 4). The AF may release it passage by passage, after
//! reading it. What the case says about care and health is released in the same way, by an AF who may read that. Even
//! then these are blanked: the melder's name, team, telephone and e-mail, every telephone number and
//! e-mail address, and what names the other persons. The copy is made only for a request that AF and FG granted,
//! and for the person whom the advice on it named.
mod copy;
#[cfg(feature = "export")]
mod make;

pub use super::redact::{Passage, Sought, SoughtKind};
pub use copy::{AccessCopy, CopyPerson};
#[cfg(feature = "export")]
pub use make::export;

use super::{
    notes::rights::{Right, Verdict},
    rights::RequestState,
};
use serde::{Deserialize, Serialize};

/// Body of `POST dossiers/{id}/inzage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccessQuestion {
    /// For which request of the case, counted from 0. The advice on it says for which person the copy is.
    #[serde(rename = "verzoek")]
    pub request: usize,
    /// The passages that the AF releases, by id.
    #[serde(rename = "vrijgegeven")]
    #[cfg_attr(feature = "schema", schemars(length(max = 300)))]
    pub released: Vec<String>,
}

/// Answer to `POST dossiers/{id}/inzage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopyAnswer {
    /// Everything the AF may release, blanked.
    #[serde(rename = "keuze")]
    pub choice: Vec<Passage>,
    /// What was looked for and stands in none of it as it is in the case. It may stand there in other words.
    #[serde(rename = "nietGevonden", default)]
    pub missed: Vec<Sought>,
    /// The copy with what was released.
    #[serde(rename = "kopie")]
    pub copy: AccessCopy,
    /// The same to read or print, as HTML.
    pub document: String,
}

/// Whether AF and FG granted this request for inzage.
#[must_use]
pub fn is_granted(state: &RequestState) -> bool {
    state.request.right == Right::Access && matches!(state.decided(), Some((Verdict::Give, _)))
}
