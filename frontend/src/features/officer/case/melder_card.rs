use super::{
    numbers::{line_view, lines},
    sender::{colleague_view, of_kmt},
};
use crate::messages::officer::without_contact;
use leptos::prelude::*;
use shared::{
    contract::CaseDetail,
    report::{CallFirst, Reporter, Sender},
};
use std::sync::Arc;

/// The melder, and how to call them. Only AFs see this, and it is never on paper.
#[component]
pub fn MelderCard(detail: Arc<CaseDetail>) -> impl IntoView {
    match detail.report.sender.clone() {
        Sender::Reporter(melder) => of_reporter(&detail, melder),
        Sender::Kmt(signal) => of_kmt(&signal),
    }
}

/// Whom to call: the colleague who saw it first, where the melder said so. The other stays visible.
fn of_reporter(detail: &CaseDetail, melder: Reporter) -> AnyView {
    let colleague = melder.colleague.clone();
    let first = colleague.as_ref().is_some_and(|one| one.first == CallFirst::Colleague);
    let (before, after) = if first { (colleague, None) } else { (None, colleague) };
    let email = melder.email.map(|email| {
        let address = email.as_str().to_owned();
        view! { <li><a class="utrecht-link" href=email.link()>{address}</a></li> }
    });
    view! {
        <section class="card not-on-paper">
            <h2>"Melder"</h2>
            {before.map(|one| colleague_view(&one))}
            <ul class="plain">
                <li dir="auto">{melder.name.as_str().to_owned()}</li>
                {melder.team.map(|team| view! { <li dir="auto">{team.as_str().to_owned()}</li> })}
                {lines(&melder.phone).into_iter().map(line_view).collect_view()}
                {email}
                {melder.reachable.map(|when| view! { <li>"Bereikbaar: "<bdi>{when.as_str().to_owned()}</bdi></li> })}
            </ul>
            {after.map(|one| colleague_view(&one))}
            {detail.row.without.map(|reason| view! { <p><b>{without_contact(reason)}</b></p> })}
            <p class="soft">"Alleen de aandachtsfunctionarissen van dit dossier zien wie de melder is."</p>
        </section>
    }
    .into_any()
}
