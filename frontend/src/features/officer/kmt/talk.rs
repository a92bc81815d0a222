use super::super::parts::Facts;
use crate::messages::{clock, day_with_year, officer::kmt_facts};
use leptos::prelude::*;
use shared::contract::{KmtContent, KmtSaid};

/// A question to KMT and what was said about it: the same for the AF and for the adviser.
#[component]
pub fn Talk(content: KmtContent, said: Vec<KmtSaid>) -> impl IntoView {
    view! {
        <Facts facts=kmt_facts(&content)/>
        {said.into_iter().map(one_said).collect_view()}
    }
}

/// An adviser who came with a link says themselves who they are, so the page says that they did.
fn one_said(one: KmtSaid) -> impl IntoView {
    let (who, how) = match &one.by {
        Some(by) if one.logged_in => (by.as_str().to_owned(), " (ingelogd)"),
        Some(by) => (by.as_str().to_owned(), " (met link en code)"),
        None => ("Aandachtsfunctionaris".into(), ""),
    };
    let when = format!("{how}, {}, {}", day_with_year(one.at.day()), clock(one.at));
    view! {
        <p class="soft"><bdi>{who}</bdi>{when}</p>
        <p class="own-words" dir="auto">{one.text.as_str().to_owned()}</p>
    }
}
