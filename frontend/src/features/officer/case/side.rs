use super::{
    super::{dossier::ActButton, parts::name_of, session::Gemeente},
    nu::actions,
};
use crate::{
    messages::{
        Words, day_with_year,
        officer::{urgency, why_seen},
    },
    ui::ButtonLook,
};
use leptos::prelude::*;
use shared::{
    case::{NextAction, Urgency},
    contract::CaseDetail,
};
use std::sync::Arc;

/// Its urgency and deadline.
#[component]
pub fn TermCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let presses = detail.row.urgency(detail.today, &Gemeente::here().calendar());
    let class = match presses {
        Urgency::Late(_) | Urgency::Urgent => "big over",
        Urgency::Today => "big today",
        Urgency::Left(_) | Urgency::None => "big",
    };
    let by = detail.row.due.map(|day| view! { <p>{format!("Uiterlijk {}", day_with_year(day))}</p> });
    let clock = (detail.row.next == NextAction::CallReporter)
        .then(|| view! { <p class="soft">"Alleen echt contact stopt de klok."</p> });
    view! {
        <section class="card">
            <h2>"Termijn"</h2>
            <p class=class>{urgency(presses)}</p>
            {by}
            {clock}
        </section>
    }
}

/// The AF it is assigned to.
#[component]
pub fn OwnerCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let owner = detail.assigned.as_ref().map(|id| name_of(&detail.officers, id));
    let kept_out: Vec<String> = detail.excluded.iter().map(|id| name_of(&detail.officers, id)).collect();
    let silence = format!("Niet voor: {}. Zeg hun niets over dit dossier.", kept_out.join(", "));
    let kept_out = (!kept_out.is_empty()).then(|| view! { <p>{silence}</p> });
    view! {
        <section class="card">
            <h2>"Toegewezen aan"</h2>
            <p>{owner.unwrap_or_else(|| "Nog niemand".into())}</p>
            {why_seen(detail.relation).map(|why| view! { <p>{why}</p> })}
            {kept_out}
            <p class="soft">{format!("Stap: {}", detail.step.words())}</p>
        </section>
    }
}

/// The other acts that are possible now.
#[component]
pub fn MoreCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let more = actions(&detail).more;
    let buttons = more.into_iter().map(|kind| view! { <li><ActButton kind=kind look=ButtonLook::Subtle/></li> });
    view! {
        <section class="card">
            <h2>"Meer"</h2>
            <ul class="plain tight">{buttons.collect_view()}</ul>
        </section>
    }
}
