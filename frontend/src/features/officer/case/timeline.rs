use super::super::parts::{Facts, name_of};
use crate::messages::{
    clock, day_short, day_with_year,
    officer::{Fact, Told, fact, without_contact},
};
use leptos::prelude::*;
use shared::{case::notes::NoContactReason, contract::CaseDetail, moment::Moment};
use std::sync::Arc;

/// More facts than this are folded away.
const FOLDED: usize = 3;

/// The events, oldest first: by whom, when, and with their content.
#[component]
pub fn Timeline(detail: Arc<CaseDetail>) -> impl IntoView {
    let promise = match detail.report.reporter() {
        Some(_) => fact("", format!("Contact uiterlijk {}", day_with_year(detail.contact_by))),
        None => fact("", without_contact(NoContactReason::NoReporter)),
    };
    let first = Told { title: "Melding ontvangen".into(), facts: vec![promise] };
    let rest = super::super::additions::with_additions(&detail, |id| name_of(&detail.officers, id));
    let rest = rest.into_iter().map(|(at, by, told)| line(at, by, told));
    view! {
        <section class="card">
            <h2>"Tijdlijn"</h2>
            <ol class="timeline">{line(detail.received, None, first)}{rest.collect_view()}</ol>
        </section>
    }
}

fn line(at: Moment, by: Option<String>, told: Told) -> impl IntoView {
    view! {
        <li>
            <time datetime=at.to_string()>{day_short(at.day())}<br/>{clock(at)}</time>
            <div>
                <b>{told.title}</b>
                {by.map(|by| view! { <span class="soft">{format!(" · {by}")}</span> })}
                {content(told.facts)}
            </div>
        </li>
    }
}

fn content(facts: Vec<Fact>) -> AnyView {
    match facts.len() {
        0 => ().into_any(),
        1..=FOLDED => view! { <Facts facts=facts/> }.into_any(),
        _ => view! { <details><summary>"Bekijk wat er staat"</summary><Facts facts=facts/></details> }.into_any(),
    }
}
