use super::{
    super::{
        super::melding::{Part, PartFields},
        parts::Heading,
        request::Failed,
    },
    receipt::CodeToRead,
    store::Phone,
};
use crate::ui::{Button, ErrorSummary, Link};
use leptos::prelude::*;

/// The parts in the order in which an AF asks them: safety first, the melder's own details last.
const ORDER: [Part; 5] = [Part::Safety, Part::Subject, Part::Story, Part::Signals, Part::Reporter];

/// A report taken by phone, on one page.
#[component]
pub fn PhonePage() -> impl IntoView {
    let phone = Phone::start();
    let done = phone.request.done();
    view! {
        <div class="case-bar"><Link to="/af">"‹ Te doen"</Link></div>
        <div class="column stack">
            {move || match done.get() {
                Some(code) => view! { <CodeToRead code=code urgent=phone.is_urgent()/> }.into_any(),
                None => view! { <PhoneForm phone=phone/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn PhoneForm(phone: Phone) -> impl IntoView {
    let melding = phone.melding;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        phone.send();
    };
    let errors = Signal::derive(move || melding.shown_errors(&ORDER));
    let parts = ORDER.map(|part| view! { <h2>{title(part)}</h2><PartFields part=part/> });
    view! {
        <Heading text="Melding per telefoon" title="Melding per telefoon"/>
        <p>"Genoteerd door jou. De klok begint te lopen als je verstuurt."</p>
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors tried=Signal::derive(move || melding.sends())/>
            {parts.collect_view()}
            <Failed failure=phone.failure()/>
            <Button busy=phone.request.busy()>"Verstuur de melding"</Button>
        </form>
    }
}

fn title(part: Part) -> &'static str {
    match part {
        Part::Safety => "Eerst veilig",
        Part::Subject => "Persoon of plek",
        Part::Story => "Wat is er gezien?",
        Part::Signals => "Signalen",
        Part::Reporter => "De melder",
    }
}
