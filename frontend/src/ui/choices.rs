use super::{Bound, FieldFrame, FieldNote, described_by};
use leptos::prelude::*;

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As shown.
    pub label: String,
    /// Under it, smaller.
    pub hint: Option<String>,
}

impl From<&str> for Choice {
    fn from(label: &str) -> Self {
        Self { label: label.into(), hint: None }
    }
}

/// How a group of radio buttons looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChoiceLook {
    /// One under the other.
    #[default]
    Rows,
    /// Side by side, as one bar; for two or three short words.
    Segments,
}

impl ChoiceLook {
    fn class(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Segments => "segments",
        }
    }
}

/// Binds a group of radio buttons to a field with one of `all`, by its index in that list.
#[must_use]
pub fn picked<T: Copy + PartialEq + Send + Sync + 'static>(
    all: &'static [T],
    field: Bound<Option<T>>,
) -> Bound<Option<usize>> {
    let get = Signal::derive(move || field.get().and_then(|value| all.iter().position(|one| *one == value)));
    let set = Callback::new(move |place: Option<usize>| field.set(place.and_then(|at| all.get(at).copied())));
    Bound::new(get, set)
}

/// A question with radio buttons: a fieldset with the question as its legend.
#[component]
pub fn Choices(
    /// The id of the fieldset; the radio buttons are `id-0`, `id-1`, …
    #[prop(into)]
    id: String,
    #[prop(into)] legend: String,
    options: Vec<Choice>,
    chosen: Bound<Option<usize>>,
    #[prop(optional)] look: ChoiceLook,
    /// Under the label; empty for none.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Hides the legend from sight, not from screen readers.
    #[prop(optional)]
    quiet: bool,
    #[prop(optional)] note: FieldNote,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let described = described_by(id.clone(), hint.is_some(), note);
    let (name, fieldset) = (id.clone(), id.clone());
    let radios =
        options.into_iter().enumerate().map(move |(at, choice)| radio(&name, at, choice, chosen)).collect_view();
    view! {
        <fieldset class="field choices" id=fieldset aria-describedby=described class:invalid=note.invalid()>
            <legend class="utrecht-form-label" class:sr-only=quiet>{legend}</legend>
            <FieldFrame id=id hint=hint note=note>
                <div class=look.class()>{radios}</div>
            </FieldFrame>
        </fieldset>
    }
}

fn radio(name: &str, at: usize, choice: Choice, chosen: Bound<Option<usize>>) -> impl IntoView + use<> {
    let id = format!("{name}-{at}");
    let target = id.clone();
    view! {
        <label class="option" for=target>
            <input
                type="radio"
                id=id
                name=name.to_owned()
                prop:checked=Signal::derive(move || chosen.get() == Some(at))
                on:change=move |_| chosen.set(Some(at))
            />
            <span>{choice.label}{choice.hint.map(|hint| view! { <small class="soft">{hint}</small> })}</span>
        </label>
    }
}
