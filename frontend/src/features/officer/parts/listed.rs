use super::Form;
use crate::ui::{Bound, Button, ButtonLook};
use leptos::prelude::*;

/// Something of which a form has several, told apart by a number that stays the same while others go.
pub trait Keyed: Clone + Send + Sync + 'static {
    /// A new one.
    fn new(key: u32) -> Self;
    /// Its number.
    fn key(&self) -> u32;
}

/// A draft that has a list of them.
pub trait Listed: Clone + Send + Sync + 'static {
    /// What there are several of.
    type Item: Keyed;
    /// The list.
    fn items(&self) -> &Vec<Self::Item>;
    /// The list, to change.
    fn items_mut(&mut self) -> &mut Vec<Self::Item>;

    /// An empty one, as it begins in this draft.
    fn empty(&self, key: u32) -> Self::Item {
        Self::Item::new(key)
    }

    /// Adds an empty one.
    fn add(&mut self) {
        let next = self.items().iter().map(|item| item.key() + 1).max().unwrap_or_default();
        let item = self.empty(next);
        self.items_mut().push(item);
    }
}

/// A part of one item, to read and write.
pub fn item<D: Listed, T: Send + Sync + 'static, V: Clone + Default + Send + Sync + 'static>(
    form: Form<D, T>,
    key: u32,
    get: fn(&D::Item) -> V,
    set: fn(&mut D::Item, V),
) -> Bound<V> {
    let draft = form.draft;
    let read = move || draft.with(|draft| draft.items().iter().find(|item| item.key() == key).map(get));
    let write = move |value: V| {
        draft.update(|draft| {
            if let Some(item) = draft.items_mut().iter_mut().find(|item| item.key() == key) {
                set(item, value);
            }
        });
    };
    Bound::new(Signal::derive(move || read().unwrap_or_default()), Callback::new(write))
}

/// The items as numbered groups of fields, each with a button to take it away, and a button to add one.
#[component]
pub fn Repeated<D: Listed, T: Send + Sync + 'static>(
    form: Form<D, T>,
    /// `Persoon`, `Vervolgstap`.
    name: &'static str,
    /// The most there may be.
    max: usize,
    /// The fields of one.
    fields: fn(Form<D, T>, u32) -> AnyView,
) -> impl IntoView {
    let draft = form.draft;
    let keys = move || draft.with(|draft| draft.items().iter().map(Keyed::key).collect::<Vec<_>>());
    let add = Callback::new(move |()| draft.update(Listed::add));
    let room = move || draft.with(|draft| draft.items().len() < max);
    let group = move |key: u32| {
        let place = move || keys().iter().position(|one| *one == key).map_or(0, |at| at + 1);
        let remove = Callback::new(move |()| draft.update(|draft| draft.items_mut().retain(|item| item.key() != key)));
        view! {
            <fieldset class="group stack">
                <legend>{name}" "{place}</legend>
                {fields(form, key)}
                <Button look=ButtonLook::Subtle press=remove>"Haal "{name.to_lowercase()}" "{place}" weg"</Button>
            </fieldset>
        }
    };
    view! {
        <For each=keys key=|key| *key let(key)>{group(key)}</For>
        <Show when=room>
            <Button look=ButtonLook::Plain press=add>"Voeg "{name.to_lowercase()}" toe"</Button>
        </Show>
    }
}
