//! Step 3: in own words.
use super::{
    fields::{Line, line, prose, text},
    page::Step,
    shell::Shell,
    store::Store,
};
use leptos::prelude::*;
use shared::report::Field;

/// The third step.
#[component]
pub fn StoryStep() -> impl IntoView {
    let store = Store::here();
    let optional = |hint| Line { hint, optional: true, ..Line::default() };
    view! {
        <Shell step=Step::Story>
            <p class="soft">
                "Schrijf op wat je zelf zag of hoorde. Zoek niets extra op. Vul geen burgerservicenummer in."
            </p>
            {prose(Field::Story, text!(store, story), "Kort is goed. Je hoeft niets te bewijzen.", 6, false)}
            {line(Field::When, text!(store, when), optional("Bijvoorbeeld: gisteren rond 14.00 uur"))}
            {line(Field::Place, text!(store, place), optional("Bijvoorbeeld: een adres, of aan onze balie"))}
            {prose(Field::Known, text!(store, known), "Wat weet je van de persoon, de ander of de plek?", 3, true)}
        </Shell>
    }
}
