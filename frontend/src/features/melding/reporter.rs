use super::{
    fields::{Need, line, text},
    store::Melding,
};
use crate::ui::TextKind;
use leptos::prelude::*;
use shared::report::Field;

/// The fields about the melder.
#[component]
pub fn ReporterFields() -> impl IntoView {
    let melding = Melding::here();
    view! {
        {line(Field::Name, text!(melding, name), TextKind::Text, Need::Required)}
        {line(Field::Team, text!(melding, team), TextKind::Text, Need::Optional)}
        {line(Field::Phone, text!(melding, phone), TextKind::Phone, Need::Required)}
        {line(Field::Email, text!(melding, email), TextKind::Email, Need::Optional)}
        {line(Field::Reachable, text!(melding, reachable), TextKind::Text, Need::Optional)}
    }
}
