use super::store::Phone;
use crate::{
    messages::{Words, field_id, field_name},
    ui::{Bound, Choice, ChoiceLook, Choices, TextArea, TextField, TextKind, picked},
};
use leptos::prelude::*;
use shared::report::{Draft, Field};

/// The name of a field where the AF asks it of the melder.
#[must_use]
pub fn label(field: Field) -> &'static str {
    match field {
        Field::Subject => "Waar gaat het over?",
        Field::Forms => "Waar denkt de melder aan?",
        Field::Ticks => "Wat viel de melder op?",
        Field::Story => "Wat zag of hoorde de melder?",
        Field::Known => "Wat weet de melder al?",
        Field::Called112 => "Is 112 gebeld?",
        Field::VttState => "Wat is er gedaan met Veilig Thuis?",
        Field::Name => "Naam van de melder",
        Field::Team => "Team van de melder",
        Field::Phone => "Werktelefoon van de melder",
        Field::Email => "E-mailadres van de melder",
        Field::Reachable => "Wanneer is de melder bereikbaar?",
        Field::List
        | Field::When
        | Field::Place
        | Field::Colleague
        | Field::Excluded
        | Field::Minor
        | Field::Acute
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy => field_name(field),
    }
}

/// A line of text.
pub fn line(
    field: Field,
    kind: TextKind,
    optional: bool,
    get: fn(&Draft) -> String,
    set: fn(&mut Draft, String),
) -> impl IntoView {
    let phone = Phone::here();
    let (value, note) = (phone.part(get, set), phone.note(field));
    view! { <TextField id=field_id(field) label=label(field) value=value kind=kind optional=optional note=note/> }
}

/// Running text.
pub fn prose(
    field: Field,
    hint: &'static str,
    optional: bool,
    get: fn(&Draft) -> String,
    set: fn(&mut Draft, String),
) -> impl IntoView {
    let phone = Phone::here();
    let (value, note) = (phone.part(get, set), phone.note(field));
    view! { <TextArea id=field_id(field) label=label(field) value=value hint=hint optional=optional note=note/> }
}

/// One of a few.
pub fn choice<T: Words + PartialEq + Send + Sync + 'static>(
    field: Field,
    all: &'static [T],
    get: fn(&Draft) -> Option<T>,
    set: fn(&mut Draft, Option<T>),
) -> impl IntoView {
    let phone = Phone::here();
    let options: Vec<Choice> = all.iter().map(|one| one.words().into()).collect();
    let value: Bound<Option<T>> = phone.part(get, set);
    let look = if all.len() < 4 { ChoiceLook::Segments } else { ChoiceLook::Rows };
    view! {
        <Choices id=field_id(field) legend=label(field) options=options look=look chosen=picked(all, value)
            note=phone.note(field)/>
    }
}
