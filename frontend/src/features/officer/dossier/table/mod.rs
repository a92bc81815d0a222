use super::Dossier;
use leptos::prelude::*;
use shared::sharing::{ReferralTarget, SharingRule};

/// The rule of the gemeente's table for this receiver. The table comes with a dossier, and with nothing that a melder
/// gets.
pub fn rule(to: ReferralTarget) -> Option<SharingRule> {
    Dossier::here().detail.with_untracked(|detail| detail.as_ref()?.sharing.rule(to).cloned())
}
