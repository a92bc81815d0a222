use leptos::prelude::*;
use shared::contract::CaseDetail;
use std::sync::Arc;

/// The melder, and how to call them. Only AFs see this.
#[component]
pub fn MelderCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let melder = detail.report.reporter.clone();
    let phone = melder.phone.as_str().to_owned();
    let dial: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let email = melder.email.map(|email| {
        let address = email.as_str().to_owned();
        let mail = format!("mailto:{address}");
        view! { <li><a class="utrecht-link" href=mail>{address}</a></li> }
    });
    view! {
        <section class="card">
            <h2>"Melder"</h2>
            <ul class="plain">
                <li>{melder.name.as_str().to_owned()}</li>
                {melder.team.map(|team| view! { <li>{team.as_str().to_owned()}</li> })}
                <li><a class="utrecht-link" href=format!("tel:{dial}")>{phone}</a></li>
                {email}
                {melder.reachable.map(|when| view! { <li>"Bereikbaar: "{when.as_str().to_owned()}</li> })}
            </ul>
            <p class="soft">"Alleen de aandachtsfunctionarissen van dit dossier zien wie de melder is."</p>
        </section>
    }
}
