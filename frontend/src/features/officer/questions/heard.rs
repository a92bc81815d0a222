use super::super::{dossier::Dossier, session::Gemeente};
use crate::messages::officer::how_heard;
use leptos::prelude::*;
use shared::contract::CaseDetail;

/// How the melder of this case comes to know of a question.
pub fn heard() -> &'static str {
    let address = |detail: &CaseDetail| detail.report.reporter().is_some_and(|one| one.email.is_some());
    let has_address = Dossier::here().detail.with_untracked(|detail| detail.as_deref().is_some_and(address));
    how_heard(Gemeente::here().profile.mails, has_address)
}
