use super::super::session::Gemeente;
use crate::messages::officer::vtt_words;
use leptos::prelude::*;
use shared::{
    answer::{Known, YesNo},
    contract::CaseDetail,
    report::Report,
    text::dialled,
};
use std::sync::Arc;

/// Acute, a minor, and what was done about it.
#[component]
pub fn SafetyCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let number = Gemeente::here().profile.contacts.veilig_thuis.number.clone();
    let dial = dialled(&number);
    let call = detail.vtt_open.then(|| {
        view! {
            <p class="notice danger">
                "Nog geen melding bij Veilig Thuis. Bel: "
                <a class="utrecht-link" href=format!("tel:{dial}")>{number}</a>
                ". Leg vast wat er is gedaan: eerder kan dit dossier niet verder of dicht."
            </p>
        }
    });
    let vtt = detail.vtt.as_ref().map(|contact| view! { <li>{format!("{}.", vtt_words(contact))}</li> });
    view! {
        <section class="card">
            <h2>"Veiligheid"</h2>
            <ul class="plain">
                {lines(&detail.report).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                {vtt}
            </ul>
            {call}
        </section>
    }
}

fn lines(report: &Report) -> Vec<&'static str> {
    let minor = match report.minor {
        Known::Yes => "Er is iemand jonger dan 18 bij.",
        Known::No => "Geen minderjarige gemeld.",
        Known::Unknown => "Leeftijd niet bekend: telt als jonger dan 18.",
    };
    let acute = match report.acute {
        Known::Yes => "De melder zag acuut gevaar.",
        Known::No => "Geen acuut gevaar gemeld.",
        Known::Unknown => "Gevaar: melder weet het niet. Telt als gevaar.",
    };
    let called = report.called_112.map(|called| match called {
        YesNo::Yes => "112 is gebeld.",
        YesNo::No => "112 is niet gebeld.",
    });
    [Some(minor), Some(acute), called].into_iter().flatten().collect()
}
