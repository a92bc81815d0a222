use super::{
    call::{CallBlock, Number},
    fields::{Line, choice, line, text},
    store::Store,
};
use leptos::prelude::*;
use shared::report::{Field, VttState};

/// Veilig Thuis: the number, what to know, and what was done.
#[component]
pub fn VeiligThuis() -> impl IntoView {
    let store = Store::here();
    let state = Memo::new(move |_| store.draft.read().vtt.state);
    view! {
        <section class="sub">
            <h2>"Bel Veilig Thuis"</h2>
            <CallBlock
                title="Jonger dan 18, of acuut onveilig thuis" who="Veilig Thuis Twente, dag en nacht"
                number=Number::VeiligThuis.shown() danger=true
            />
            <p>
                "Meldroute meldt niet voor je bij Veilig Thuis. Dat doe je zelf. Vraag je alleen advies? Dat is nog geen \
                melding."
            </p>
            <p>
                "Veilig Thuis vertelt het gezin meestal wie er heeft gemeld. Zeg dat je aan mensenhandel denkt. Is het \
                gevaarlijk als je naam bekend wordt? Zeg dat er meteen bij."
            </p>
            {choice(Field::VttState, VttState::ALL, |d| d.vtt.state, |d, v| d.vtt.state = v, "")}
            {move || state.get().map(more)}
        </section>
    }
}

/// What is asked about it.
fn more(state: VttState) -> AnyView {
    let store = Store::here();
    let optional = Line { optional: true, ..Line::default() };
    match state {
        VttState::Reported => view! {
            {line(Field::VttWho, text!(store, vtt.who), Line::default())}
            {line(Field::VttWhen, text!(store, vtt.when), Line::default())}
            {line(Field::VttReference, text!(store, vtt.reference), optional)}
        }
        .into_any(),
        VttState::Advised => view! {
            <p>"Goed dat je belde. Advies vragen is nog geen melding. Spreek af wie er meldt."</p>
        }
        .into_any(),
        VttState::NotReached => view! { <p>"Bel straks nog een keer. Veilig Thuis is er dag en nacht."</p> }.into_any(),
        VttState::NotYet => {
            let look = Line { hint: "De aandachtsfunctionaris belt je hierover.", ..Line::default() };
            line(Field::VttWhy, text!(store, vtt.why), look).into_any()
        }
    }
}
