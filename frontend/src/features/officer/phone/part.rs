use super::super::super::melding::{KmtFields, Melding, PartFields};
use leptos::prelude::*;
use shared::report::{Field, Part};

/// A part of the form that folds: open at first, and again when it holds an error.
#[component]
pub fn FormPart(part: Part) -> impl IntoView {
    let (melding, open) = (Melding::here(), RwSignal::new(true));
    let from_kmt = melding.asks(Field::KmtWho);
    Effect::new(move |_| {
        if melding.sends() > 0 && !melding.shown_errors(&[part]).is_empty() {
            open.set(true);
        }
    });
    let toggled = move |event: leptos::ev::Event| open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
    let fields = move || {
        if part == Part::Reporter && from_kmt.get() {
            view! { <KmtFields/> }.into_any()
        } else {
            view! { <PartFields part=part/> }.into_any()
        }
    };
    view! {
        <details class="card fold" prop:open=move || open.get() on:toggle=toggled>
            <summary><h2>{move || title(part, from_kmt.get())}</h2></summary>
            <div class="stack">{fields}</div>
        </details>
    }
}

fn title(part: Part, from_kmt: bool) -> &'static str {
    match part {
        Part::Safety => "Eerst veilig",
        Part::Subject => "Persoon of plek",
        Part::Story => "Wat is er gezien?",
        Part::Signals => "Signalen",
        Part::Reporter if from_kmt => "Van het KMT",
        Part::Reporter => "De melder",
    }
}
