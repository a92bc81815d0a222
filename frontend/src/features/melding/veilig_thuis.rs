use super::{
    fields::{Need, choice, line, text},
    store::Melding,
};
use crate::ui::{TextKind, live};
use leptos::prelude::*;
use shared::report::{Field, VttState};

/// Veilig Thuis: what to know, and what was done.
#[component]
pub fn VeiligThuis() -> impl IntoView {
    let melding = Melding::here();
    let state = Memo::new(move |_| melding.draft.read().vtt.state);
    view! {
        <section class="sub">
            {(melding.wording.veilig_thuis)()}
            {choice(Field::VttState, VttState::ALL, |d| d.vtt.state, |d, v| d.vtt.state = v)}
            {live(move || state.get().map(|state| more(melding, state)))}
        </section>
    }
}

/// The questions about it, and what follows from the answers.
fn more(melding: Melding, state: VttState) -> impl IntoView {
    let fields = match state {
        VttState::Reported => view! {
            {line(Field::VttWho, text!(melding, vtt.who), TextKind::Text, Need::Required)}
            {line(Field::VttWhen, text!(melding, vtt.when), TextKind::Text, Need::Required)}
            {line(Field::VttReference, text!(melding, vtt.reference), TextKind::Text, Need::Optional)}
        }
        .into_any(),
        VttState::NotYet => line(Field::VttWhy, text!(melding, vtt.why), TextKind::Text, Need::Required),
        VttState::Advised | VttState::NotReached => ().into_any(),
    };
    let follows = (melding.wording.after_veilig_thuis)(state);
    view! { {fields}{(!follows.is_empty()).then_some(view! { <p>{follows}</p> })} }
}
