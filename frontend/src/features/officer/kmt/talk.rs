use super::super::parts::Facts;
use crate::messages::{clock, day_with_year, officer::kmt_facts};
use leptos::prelude::*;
use shared::contract::{KmtSaid, KmtView};

/// A question to KMT and what was said about it: the same for the AF and for the adviser.
#[component]
pub fn Talk(question: KmtView) -> impl IntoView {
    let facts = kmt_facts(&question.question, &question.signals);
    view! {
        <Facts facts=facts/>
        {question.said.into_iter().map(said).collect_view()}
    }
}

fn said(one: KmtSaid) -> impl IntoView {
    let who = match &one.by {
        Some(by) => by.as_str().to_owned(),
        None => "Aandachtsfunctionaris".into(),
    };
    let when = format!("{}, {}", day_with_year(one.at.day()), clock(one.at));
    view! {
        <p class="soft"><bdi>{who}</bdi>", "{when}</p>
        <p class="own-words" dir="auto">{one.text.as_str().to_owned()}</p>
    }
}
