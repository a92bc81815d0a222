//! Fields of the melding: id, label and findings follow from the [`Field`].
use super::store::Store;
use crate::{
    messages::{Words, field_id, field_name},
    ui::{Bound, Choice, ChoiceLook, Choices, TextArea, TextField, TextKind, picked},
};
use leptos::prelude::*;
use shared::report::{Draft, Field};

/// A text of the draft, to read and to write: `text!(store, vtt.who)`.
macro_rules! text {
    ($store:expr, $($part:ident).+) => {
        $crate::ui::Bound::part(
            $store.draft,
            |draft: &::shared::report::Draft| draft.$($part).+.clone(),
            |draft: &mut ::shared::report::Draft, typed: String| draft.$($part).+ = typed,
        )
    };
}
pub(super) use text;

/// What an input line is like.
#[derive(Clone, Copy, Default)]
pub struct Line {
    /// The keyboard.
    pub kind: TextKind,
    /// Under the label; empty for none.
    pub hint: &'static str,
    /// It may stay empty.
    pub optional: bool,
    /// For filling in by the browser.
    pub autocomplete: Option<&'static str>,
}

fn some(hint: &'static str) -> Option<String> {
    (!hint.is_empty()).then(|| hint.to_owned())
}

/// A line of text.
pub fn line(field: Field, value: Bound<String>, look: Line) -> impl IntoView {
    let note = Store::here().note(field);
    let (id, label, hint) = (field_id(field), field_name(field), some(look.hint));
    let autocomplete = look.autocomplete.unwrap_or("off");
    view! {
        <TextField
            id=id label=label value=value kind=look.kind optional=look.optional autocomplete=autocomplete note=note
            hint=hint.unwrap_or_default()
        />
    }
}

/// Running text.
pub fn prose(field: Field, value: Bound<String>, hint: &'static str, rows: u32, optional: bool) -> impl IntoView {
    let note = Store::here().note(field);
    view! {
        <TextArea
            id=field_id(field) label=field_name(field) value=value rows=rows hint=hint optional=optional note=note
        />
    }
}

/// A choice of one.
pub fn choice<T>(
    field: Field,
    all: &'static [T],
    get: fn(&Draft) -> Option<T>,
    set: fn(&mut Draft, Option<T>),
    hint: &'static str,
) -> impl IntoView
where
    T: Words + PartialEq + Send + Sync + 'static,
{
    let store = Store::here();
    let options: Vec<Choice> = all.iter().map(|one| one.words().into()).collect();
    let chosen = picked(all, Bound::part(store.draft, get, set));
    // short words lie side by side
    let short = all.len() < 4 && all.iter().all(|one| one.words().len() < 13);
    let look = if short { ChoiceLook::Segments } else { ChoiceLook::Rows };
    view! {
        <Choices
            id=field_id(field) legend=field_name(field) options=options chosen=chosen look=look hint=hint
            note=store.note(field)
        />
    }
}
