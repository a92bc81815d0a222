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
        let all: Vec<_> = detail.kmt.iter().rev().map(|one| question(one.clone(), more(one, &detail))).collect();
        view! { <section class="card"><h2>"Advies van het KMT"</h2>{all}</section> }
    })
}

fn question(one: KmtView, more: String) -> impl IntoView {
    let stand = one.stand.words();
    view! {
        <p><b>{stand}</b></p>
        <p class="soft">{more}</p>
        <Talk content=one.content said=one.said/>
    }
}

/// Who is asked, what the AF still does while it waits, and how often a wrong code was tried.
fn more(one: &KmtView, detail: &CaseDetail) -> String {
    let waits = matches!(one.stand, KmtStand::Asked | KmtStand::AskedBack);
    let until = day_with_year(one.until);
    let how = match &one.adviser {
        Some(_) => format!("Te beantwoorden tot en met {until}. Bel of mail de adviseur: die krijgt geen bericht."),
        None => format!("De link werkt tot en met {until}. Bel of mail de adviseur als je iets antwoordde."),
    };
    let tries = match one.tries {
        0 => None,
        1 => Some("Er is 1 keer een verkeerde code geprobeerd.".to_owned()),
        more => Some(format!("Er is {more} keer een verkeerde code geprobeerd.")),
    };
    let parts = std::iter::once(asked(one, detail)).chain(waits.then_some(how)).chain(tries);
    parts.collect::<Vec<_>>().join(" ")
}

fn asked(one: &KmtView, detail: &CaseDetail) -> String {
    let function = one.asked_of.as_str();
    let Some(adviser) = &one.adviser else { return format!("Gevraagd aan: {function}.") };
    let named = detail.advisers.iter().find(|account| account.id == *adviser);
    let name = named.map_or("een account dat er niet meer is", |account| account.name.as_str());
    format!("Gevraagd aan: {function} ({name}).")
}
