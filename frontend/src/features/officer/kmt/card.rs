use super::Talk;
use crate::messages::{Words, day_with_year};
use leptos::prelude::*;
use shared::{
    case::kmt::KmtStand,
    contract::{CaseDetail, KmtView},
};
use std::sync::Arc;

/// Each question to KMT, the last first. Nothing when there are none.
#[component]
pub fn KmtCard(detail: Arc<CaseDetail>) -> impl IntoView {
    (!detail.kmt.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>"Advies van het KMT"</h2>
                {detail.kmt.iter().rev().cloned().map(question).collect_view()}
            </section>
        }
    })
}

fn question(one: KmtView) -> impl IntoView {
    let (stand, more) = (one.stand.words(), more(&one));
    view! {
        <p><b>{stand}</b></p>
        {more.map(|text| view! { <p class="soft">{text}</p> })}
        <Talk question=one/>
    }
}

/// Until when the link works, and how often a wrong code was tried.
fn more(one: &KmtView) -> Option<String> {
    let waits = matches!(one.stand, KmtStand::Asked | KmtStand::AskedBack);
    let until = waits.then(|| format!("De link werkt tot en met {}.", day_with_year(one.until)));
    let tries = match one.tries {
        0 => None,
        1 => Some("Er is 1 keer een verkeerde code geprobeerd.".to_owned()),
        more => Some(format!("Er is {more} keer een verkeerde code geprobeerd.")),
    };
    let all: Vec<String> = until.into_iter().chain(tries).collect();
    (!all.is_empty()).then(|| all.join(" "))
}
