use super::super::{case::CasePage, conversation::ConversationPage, phone::PhonePage};
use leptos::prelude::*;
use shared::id::CaseId;

/// A page about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CasePart {
    /// A dossier.
    Case(CaseId),
    /// The conversation with the melder.
    Conversation(CaseId),
    /// A report taken by phone.
    Phone,
}

/// Makes the page.
#[must_use]
pub fn show_case(page: CasePart) -> AnyView {
    match page {
        CasePart::Case(id) => view! { <CasePage id=id/> }.into_any(),
        CasePart::Conversation(id) => view! { <ConversationPage id=id/> }.into_any(),
        CasePart::Phone => view! { <PhonePage/> }.into_any(),
    }
}
