use super::{
    fields::{Need, choice, line, text},
    store::Melding,
};
use crate::ui::TextKind;
use leptos::prelude::*;
use shared::report::{CallFirst, Field, WayIn};

/// The fields about the melder, and about the colleague on whose behalf they report.
#[component]
pub fn ReporterFields() -> impl IntoView {
    let melding = Melding::here();
    let behalf = melding.asks(Field::CallFirst);
    view! {
        {line(Field::Name, text!(melding, name), TextKind::Text, Need::Required)}
        {line(Field::Team, text!(melding, team), TextKind::Text, Need::Optional)}
        {line(Field::Phone, text!(melding, phone), TextKind::Phone, Need::Required)}
        {line(Field::Email, text!(melding, email), TextKind::Email, Need::Optional)}
        {line(Field::Reachable, text!(melding, reachable), TextKind::Text, Need::Optional)}
        {line(Field::ColleagueName, text!(melding, behalf.name), TextKind::Text, Need::Optional)}
        <Show when=move || behalf.get()>
            {choice(Field::CallFirst, CallFirst::ALL, |d| d.behalf.first, |d, v| d.behalf.first = v)}
            {line(Field::ColleaguePhone, text!(melding, behalf.phone), TextKind::Phone, Need::Optional)}
        </Show>
    }
}

/// What is known of a signal from KMT: in the place of the melder.
#[component]
pub fn KmtFields() -> impl IntoView {
    let melding = Melding::here();
    view! {
        {line(Field::KmtWho, text!(melding, kmt.who), TextKind::Text, Need::Required)}
        {line(Field::KmtDay, text!(melding, kmt.day), TextKind::Date, Need::Required)}
        {line(Field::KmtReference, text!(melding, kmt.reference), TextKind::Text, Need::Optional)}
    }
}

/// How a report that an AF writes down comes in. By telephone, unless another way is chosen.
#[component]
pub fn WayField() -> impl IntoView {
    choice(Field::Way, WayIn::ALL, |d| Some(d.way.unwrap_or(WayIn::Phone)), |d, v| d.way = v)
}
