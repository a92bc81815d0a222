//! Controls for the fields of an act: each has the id and the note of the field it is for.
use super::group::Group;
use crate::{
    features::officer::parts::{Select, SelectOption},
    messages::Words,
    ui::{Bound, ChoiceField, ChoiceLook, TextArea, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::{
        ActKind,
        act::draft::{DraftField, Fields, Part},
        notes::PlaceKind,
    },
    sharing::{ReferralTarget, SharingRule},
};

/// How a control shows a value as text.
pub trait Shown: Clone + Send + Sync + 'static {
    /// As shown.
    fn shown(&self) -> String;
    /// From what was typed.
    fn typed(text: String) -> Self;
}

impl Shown for String {
    fn shown(&self) -> String {
        self.clone()
    }
    fn typed(text: String) -> Self {
        text
    }
}

impl Shown for Option<String> {
    fn shown(&self) -> String {
        self.clone().unwrap_or_default()
    }
    fn typed(text: String) -> Self {
        Some(text)
    }
}

impl Shown for Option<usize> {
    fn shown(&self) -> String {
        self.map(|at| at.to_string()).unwrap_or_default()
    }
    fn typed(text: String) -> Self {
        text.parse().ok()
    }
}

impl Shown for Option<ActKind> {
    fn shown(&self) -> String {
        self.map(|kind| kind.as_str().to_owned()).unwrap_or_default()
    }
    fn typed(text: String) -> Self {
        ActKind::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }
}

impl Shown for Option<ReferralTarget> {
    fn shown(&self) -> String {
        self.map(|to| to.as_str().to_owned()).unwrap_or_default()
    }
    fn typed(text: String) -> Self {
        ReferralTarget::ALL.iter().copied().find(|to| to.as_str() == text)
    }
}

impl Shown for Option<PlaceKind> {
    fn shown(&self) -> String {
        self.map(|kind| kind.as_str().to_owned()).unwrap_or_default()
    }
    fn typed(text: String) -> Self {
        PlaceKind::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }
}

fn text<I: Fields, V: Shown>(of: Group<I>, part: Part<I, V, I::Field>) -> Bound<String> {
    let value = of.bound(part);
    let get = Signal::derive(move || value.with(V::shown));
    Bound::new(get, Callback::new(move |text| value.set(V::typed(text))))
}

/// The grounds that the table of the gemeente names for a receiver, to choose from.
pub fn grounds(rule: Option<&SharingRule>) -> Signal<Vec<SelectOption>> {
    let option = |ground: &String| SelectOption { value: ground.clone(), label: ground.clone() };
    Signal::stored(rule.iter().flat_map(|rule| &rule.grounds).map(option).collect())
}

/// One line of text.
#[component]
pub fn Line<I: Fields, V: Shown>(
    of: Group<I>,
    part: Part<I, V, I::Field>,
    label: &'static str,
    #[prop(default = "")] hint: &'static str,
    #[prop(optional)] kind: TextKind,
    /// Says "(niet verplicht)" after the label.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let (id, note, value) = (of.id(part.field), of.note(part.field), text(of, part));
    view! { <TextField id=id label=label hint=hint kind=kind optional=optional note=note value=value most=part.field.most()/> }
}

/// Running text.
#[component]
pub fn Area<I: Fields, V: Shown>(
    of: Group<I>,
    part: Part<I, V, I::Field>,
    label: &'static str,
    #[prop(default = "")] hint: &'static str,
    #[prop(default = 5)] rows: u32,
    /// Says "(niet verplicht)" after the label.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let (id, note, value) = (of.id(part.field), of.note(part.field), text(of, part));
    view! { <TextArea id=id label=label hint=hint rows=rows optional=optional note=note value=value most=part.field.most()/> }
}

/// A day.
#[component]
pub fn DayField<I: Fields, V: Shown>(
    of: Group<I>,
    part: Part<I, V, I::Field>,
    #[prop(default = "Wanneer?")] label: &'static str,
    #[prop(default = "")] hint: &'static str,
) -> impl IntoView {
    view! { <Line of=of part=part label=label hint=hint kind=TextKind::Date/> }
}

/// One of a few answers, as radio buttons.
#[component]
pub fn Pick<I: Fields, T: Words + PartialEq + Send + Sync + 'static>(
    of: Group<I>,
    part: Part<I, Option<T>, I::Field>,
    legend: &'static str,
    all: &'static [T],
    #[prop(optional)] look: ChoiceLook,
) -> impl IntoView {
    let (id, note, value) = (of.id(part.field), of.note(part.field), of.bound(part));
    view! { <ChoiceField id=id legend=legend all=all look=look note=note value=value/> }
}

/// One of a list that is too long for radio buttons, or that only the page knows.
#[component]
pub fn PickFrom<I: Fields, V: Shown>(
    of: Group<I>,
    part: Part<I, V, I::Field>,
    label: &'static str,
    #[prop(into)] options: Signal<Vec<SelectOption>>,
) -> impl IntoView {
    let (id, note, value) = (of.id(part.field), of.note(part.field), text(of, part));
    view! { <Select id=id label=label options=options note=note value=value/> }
}
