use super::{
    fields::{Need, line, prose, text},
    store::Melding,
};
use crate::ui::TextKind;
use leptos::prelude::*;
use shared::report::Field;

/// The fields for what was seen or heard, in the melder's own words.
#[component]
pub fn StoryFields() -> impl IntoView {
    let melding = Melding::here();
    view! {
        {prose(Field::Story, text!(melding, story), 6, Need::Required)}
        {line(Field::When, text!(melding, when), TextKind::Text, Need::Optional)}
        {line(Field::Place, text!(melding, place), TextKind::Text, Need::Optional)}
        {prose(Field::Known, text!(melding, known), 3, Need::Optional)}
    }
}
