use super::PackQuestion;
use crate::{
    case::{Case, Entry, Event, Proposal, Refusal, notes::PackKept},
    id::PackPrint,
    moment::Moment,
};
use serde::{Deserialize, Serialize};

/// More are not kept in one case.
pub const MOST_PACKS: usize = 60;

/// Whether anything of this case may go to anybody.
///
/// # Errors
/// [`Refusal::ProcessingRestricted`] and [`Refusal::BeingDestroyed`] while that is so.
pub fn may_go(case: &Case) -> Result<(), Refusal> {
    if case.rights().is_restricted() {
        Err(Refusal::ProcessingRestricted)
    } else if case.rights().is_doomed() {
        Err(Refusal::BeingDestroyed)
    } else {
        Ok(())
    }
}

/// What was kept by the decision that is there now, and when, the newest first.
pub fn kept_now(entries: &[Entry]) -> impl Iterator<Item = (Moment, &PackKept)> {
    let decides = |entry: &&Entry| matches!(entry.event, Event::Decided(_) | Event::Agreed(Proposal::Ruling(_)));
    let since = entries.iter().rev().take_while(move |entry| !decides(entry));
    since.filter_map(|entry| if let Event::PackKept(kept) = &entry.event { Some((entry.at, kept)) } else { None })
}

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
