use super::super::{dossier::Dossier, parts::Heading};
use crate::{messages::officer::subject_and_forms, ui::Link};
use leptos::prelude::*;

/// The way back, and which dossier this is.
#[component]
pub fn CaseHeader(dossier: Dossier) -> impl IntoView {
    let number = Memo::new(move |_| dossier.detail.with(|detail| detail.as_ref().map(|detail| detail.number)));
    let about = move || {
        let words = |detail: &std::sync::Arc<shared::contract::CaseDetail>| {
            format!("{} · {}", detail.number, subject_and_forms(detail.report.subject, &detail.report.forms))
        };
        dossier.detail.with(|detail| detail.as_ref().map(words)).unwrap_or_default()
    };
    let text = Signal::derive(about);
    view! {
        <div class="case-bar">
            <Link to="/af">"‹ Te doen"</Link>
            {move || number.get().map(|number| view! { <Heading text=text title=format!("Dossier {number}")/> })}
        </div>
    }
}
