use super::super::parts::Facts;
use crate::messages::{Words, officer::fact};
use leptos::prelude::*;
use shared::{
    case::{notes::rights::Part, rights::Rights},
    contract::CaseDetail,
};
use std::sync::Arc;

/// The corrections of one part of the case, shown beside it. The original text is unchanged.
#[component]
pub fn Corrections(detail: Arc<CaseDetail>, part: Part) -> impl IntoView {
    let rights = Rights::of(&detail.timeline).unwrap_or_default();
    let of_part = rights.corrections().iter().filter(|one| one.part == part);
    let shown = of_part.map(|one| {
        let facts = vec![
            fact("Onjuist", one.wrong.as_str()),
            fact("Juist", one.right.as_str()),
            fact("Op verzoek van", one.at_request_of.words()),
        ];
        view! { <div class="notice wait"><p><b>"Correctie"</b></p><Facts facts=facts/></div> }
    });
    shown.collect_view()
}
