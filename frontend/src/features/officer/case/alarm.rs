use super::super::session::Gemeente;
use leptos::prelude::*;
use shared::{case::Step, contract::CaseDetail, profile::Contact, report::Alarm, text::dialled};
use std::sync::Arc;

/// Danger for which nobody was called yet, above the next action: until the investigation begins.
#[component]
pub fn AlarmLine(detail: Arc<CaseDetail>) -> impl IntoView {
    let contacts = &Gemeente::here().profile.contacts;
    let early = matches!(detail.step, Step::Received | Step::InContact);
    let there = detail.report.reporter().is_some();
    let first = detail.row.alarms.first().copied().filter(|_| early);
    match first {
        Some(Alarm::NotCalled) => Some(
            view! {
                <p class="notice danger">
                    <b>"Acuut gevaar gemeld, 112 niet gebeld. "</b>
                    "Bel "{link(&contacts.emergency)}" of de politie ("{link(&contacts.police)}
                    {if there { "), of laat de melder nu bellen." } else { ")." }}
                </p>
            }
            .into_any(),
        ),
        Some(Alarm::PerhapsDanger) => Some(
            view! {
                <p class="notice danger">
                    <b>"Gevaar: dat is niet bekend. "</b>
                    {if there { "Bel nu de melder." } else { "Vraag het KMT na." }}" Twijfel je? Vraag advies aan de politie ("{link(&contacts.police)}
                    ") of Veilig Thuis ("{link(&contacts.veilig_thuis)}")."
                </p>
            }
            .into_any(),
        ),
        Some(Alarm::Danger | Alarm::Minor | Alarm::AgeUnknown) | None => None,
    }
}

fn link(contact: &Contact) -> impl IntoView + use<> {
    let (number, dial) = (contact.number.clone(), dialled(&contact.number));
    view! { <a class="utrecht-link" href=format!("tel:{dial}")>{number}</a> }
}
