//! Step 5: who reports.
use super::{
    fields::{Line, line, text},
    page::Step,
    shell::Shell,
    store::Store,
};
use crate::ui::TextKind;
use leptos::prelude::*;
use shared::report::Field;

/// The fifth step.
#[component]
pub fn ReporterStep() -> impl IntoView {
    let store = Store::here();
    let about_you = |autocomplete| Line { autocomplete: Some(autocomplete), ..Line::default() };
    let team = Line { optional: true, ..Line::default() };
    let phone = Line { kind: TextKind::Phone, hint: "Een intern nummer mag ook.", ..about_you("tel") };
    let email = Line { kind: TextKind::Email, optional: true, ..about_you("email") };
    let reachable = Line { hint: "Bijvoorbeeld: elke dag tot 17.00 uur, niet op woensdag", ..team };
    view! {
        <Shell step=Step::Reporter>
            <p class="soft">
                "Een aandachtsfunctionaris belt je. Je leidinggevende en je collega’s zien je melding niet."
            </p>
            {line(Field::Name, text!(store, name), about_you("name"))}
            {line(Field::Team, text!(store, team), team)}
            {line(Field::Phone, text!(store, phone), phone)}
            {line(Field::Email, text!(store, email), email)}
            {line(Field::Reachable, text!(store, reachable), reachable)}
        </Shell>
    }
}
