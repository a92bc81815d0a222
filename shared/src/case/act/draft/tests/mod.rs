//! The drafts of acts: their checks, their findings, and their form in a body.
mod bodies;
mod choices;
mod laws;
mod referrals;
mod rules;
mod warnings;

use super::{Context, Draft, DraftField};
use crate::{calendar::Calendar, moment::Moment, profile::Source, report::FindingCode, sharing::Sharing};

fn at(text: &str) -> Moment {
    Moment::try_from(text.to_owned()).unwrap()
}

/// Thursday 30 April 2026, 14.00 hours; the report came in six days before.
pub(in crate::case::act::draft) fn with<T>(work: impl FnOnce(&Context<'_>) -> T) -> T {
    let source = |name: &str, ground: &str| Source { name: name.into(), ground: ground.into() };
    let sources = [source("KvK", "Handelsregisterwet"), source("Zonder", "")];
    let calendar = Calendar::default();
    let (now, received) = (at("2026-04-30T12:00:00Z"), at("2026-04-24T13:42:00Z"));
    let sharing = Sharing::default();
    work(&Context { now, received, sources: &sources, sharing: &sharing, calendar: &calendar })
}

/// The findings of a draft: pointer and code.
pub(super) fn found<D: Draft>(draft: &D) -> Vec<(String, FindingCode)> {
    let findings = with(|context| draft.check(context)).err().unwrap_or_default();
    findings.into_iter().map(|finding| (finding.field.pointer(), finding.code)).collect()
}

/// The pointers of the findings.
pub(super) fn names<D: Draft>(draft: &D) -> Vec<String> {
    found(draft).into_iter().map(|(pointer, _)| pointer).collect()
}
