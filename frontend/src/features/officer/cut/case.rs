use super::super::{
    case::CasePage, conversation::ConversationPage, decision::DecisionPage, later::CasePart, phone::PhonePage,
    sharing::PackPage, worklist::OpenDialog,
};
use leptos::prelude::*;

/// Makes the page.
#[must_use]
pub fn show_case(page: CasePart) -> AnyView {
    match page {
        CasePart::Case(id) => view! { <CasePage id=id/> }.into_any(),
        CasePart::Conversation(id) => view! { <ConversationPage id=id/> }.into_any(),
        CasePart::Decision(id) => view! { <DecisionPage id=id/> }.into_any(),
        CasePart::Pack(id, number) => view! { <PackPage id=id referral=number - 1/> }.into_any(),
        CasePart::Phone => view! { <PhonePage/> }.into_any(),
        CasePart::Open(asked) => view! { <OpenDialog asked=asked/> }.into_any(),
    }
}
