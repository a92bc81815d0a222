//! Fields of the form: id, label, hint and findings follow from the [`Field`].
use super::store::Melding;
use crate::{
    messages::{Words, field_id, melder, most},
    ui::{
        Bound, Checkbox, Choice, ChoiceLook, Choices, FieldFrame, TextArea, TextField, TextKind, described_by, picked,
    },
};
use leptos::prelude::*;
use shared::report::{Draft, Field};

/// A text of the draft, to read and to write: `text!(melding, vtt.who)`.
macro_rules! text {
    ($melding:expr, $($part:ident).+) => {
        $crate::ui::Bound::part(
            $melding.draft,
            |draft: &::shared::report::Draft| draft.$($part).+.clone(),
            |draft: &mut ::shared::report::Draft, typed: String| draft.$($part).+ = typed,
        )
    };
}
pub(super) use text;

/// Whether a field may stay empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It has to be filled in.
    Required,
    /// It may stay empty, and says so.
    Optional,
}

/// A line of text.
pub fn line(field: Field, value: Bound<String>, kind: TextKind, need: Need) -> AnyView {
    let melding = Melding::here();
    let words = melding.wording;
    view! {
        <TextField
            id=field_id(field) label=(words.name)(field) value=value kind=kind optional=need == Need::Optional
            hint=(words.hint)(field) autocomplete=(words.autocomplete)(field) note=melding.note(field)
            most=most(field)
        />
    }
    .into_any()
}

/// Running text.
pub fn prose(field: Field, value: Bound<String>, rows: u32, need: Need) -> AnyView {
    let melding = Melding::here();
    let words = melding.wording;
    view! {
        <TextArea
            id=field_id(field) label=(words.name)(field) value=value rows=rows optional=need == Need::Optional
            hint=(words.hint)(field) note=melding.note(field) most=most(field)
        />
    }
    .into_any()
}

/// A choice of one.
pub fn choice<T>(
    field: Field,
    all: &'static [T],
    get: fn(&Draft) -> Option<T>,
    set: fn(&mut Draft, Option<T>),
) -> AnyView
where
    T: Words + PartialEq + Send + Sync + 'static,
{
    let chosen = picked(all, Bound::part(Melding::here().draft, get, set));
    radios(field, all.iter().map(|one| one.words()).collect(), chosen)
}

/// The part of a choice that does not depend on what is chosen from.
fn radios(field: Field, answers: Vec<&'static str>, chosen: Bound<Option<usize>>) -> AnyView {
    let melding = Melding::here();
    let words = melding.wording;
    let look = if melder::are_short(&answers) { ChoiceLook::Segments } else { ChoiceLook::Rows };
    view! {
        <Choices
            id=field_id(field) legend=(words.name)(field) options=answers.into_iter().map(Choice::from).collect()
            chosen=chosen look=look hint=(words.hint)(field) note=melding.note(field)
        />
    }
    .into_any()
}

/// One of several answers that can be chosen together.
pub struct Answer {
    /// Follows on the field's id.
    pub id: String,
    /// As shown.
    pub label: String,
    /// Under the label; empty for none.
    pub hint: &'static str,
    /// Whether it is chosen.
    pub chosen: Bound<bool>,
}

/// A choice of several.
pub fn boxes(field: Field, answers: Vec<Answer>) -> AnyView {
    let id = field_id(field);
    let one = |answer: Answer| {
        let id = format!("{id}-{}", answer.id);
        view! { <Checkbox id=id label=answer.label hint=answer.hint checked=answer.chosen/> }
    };
    group(field, view! { <div class="option-list">{answers.into_iter().map(one).collect_view()}</div> }.into_any())
}

/// A field of several controls, with its name, hint and findings around them.
pub fn group(field: Field, controls: AnyView) -> AnyView {
    let melding = Melding::here();
    let (words, note) = (melding.wording, melding.note(field));
    let hint = Some((words.hint)(field)).filter(|hint| !hint.is_empty());
    let described = described_by(field_id(field), hint.is_some(), note);
    view! {
        <fieldset
            class="field choices" class:invalid=note.invalid()
            id=field_id(field) aria-describedby=described
        >
            <legend class="utrecht-form-label" class:sr-only=words.heading == Some(field)>{(words.name)(field)}</legend>
            <FieldFrame id=field_id(field) hint=hint.map(str::to_owned) note=note>{controls}</FieldFrame>
        </fieldset>
    }
    .into_any()
}
