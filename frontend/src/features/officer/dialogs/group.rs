use crate::ui::{Bound, FieldError, FieldNote};
use leptos::prelude::*;
use shared::case::act::draft::{DraftField, Fields, Inner, Part, Within};

/// Fields that belong together: all those of an act, or those of one person on the meldingsformulier.
pub struct Group<I: Fields> {
    /// The values as typed.
    value: Bound<I>,
    /// The messages, by field.
    found: Signal<Vec<(I::Field, String)>>,
    /// The prefix of their ids.
    prefix: StoredValue<String>,
}

impl<I: Fields> Clone for Group<I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Fields> Copy for Group<I> {}

impl<I: Fields> Group<I> {
    /// Fields whose ids begin with `prefix`.
    #[must_use]
    pub fn new(prefix: String, value: Bound<I>, found: Signal<Vec<(I::Field, String)>>) -> Self {
        Self { value, found, prefix: StoredValue::new(prefix) }
    }

    /// The id of a field: `kmt-check-vraag`, `formulier-personen-2-rol`.
    #[must_use]
    pub fn id(self, field: I::Field) -> String {
        self.prefix.with_value(|prefix| format!("{prefix}{}", dashed(field)))
    }

    /// The messages at a field.
    #[must_use]
    pub fn note(self, field: I::Field) -> FieldNote {
        let error = move || {
            let text = |found: &Vec<(I::Field, String)>| found.iter().find(|(at, _)| *at == field).cloned();
            self.found.with(text).map(|(_, text)| text)
        };
        FieldNote { error: Signal::derive(error), ..FieldNote::default() }
    }

    /// Everything there is to say, each with the id of its field.
    #[must_use]
    pub fn errors(self) -> Signal<Vec<FieldError>> {
        let error = move |(field, text): (I::Field, String)| FieldError { id: self.id(field), text };
        Signal::derive(move || self.found.get().into_iter().map(error).collect())
    }

    /// The values as typed, with a subscription.
    pub fn with<V>(self, read: impl FnOnce(&I) -> V) -> V {
        self.value.with(read)
    }

    /// Changes what was typed in them.
    pub fn update(self, change: impl FnOnce(&mut I)) {
        self.value.update(change);
    }

    /// One field, to read and write.
    #[must_use]
    pub fn bound<V: Clone + Send + Sync + 'static>(self, part: Part<I, V, I::Field>) -> Bound<V> {
        let set = move |value: V| self.update(|whole| *(part.get_mut)(whole) = value);
        Bound::new(Signal::derive(move || self.with(|whole| (part.get)(whole).clone())), Callback::new(set))
    }

    /// The fields of a part.
    #[must_use]
    pub fn inside<J: Fields>(self, part: Inner<I, J, I::Field, J::Field>) -> Group<J> {
        let get = Memo::new(move |_| self.with(|whole| (part.get)(whole).clone()));
        let set = move |value: J| self.update(|whole| *(part.get_mut)(whole) = value);
        self.narrow(Bound::new(get.into(), Callback::new(set)), part.up, part.down)
    }

    /// The fields of one of several, counted from 0.
    #[must_use]
    pub fn item<J: Fields>(self, part: Inner<I, Vec<J>, I::Field, Within<J::Field>>, at: usize) -> Group<J> {
        let get = Memo::new(move |_| self.with(|whole| (part.get)(whole).get(at).cloned().unwrap_or_default()));
        let set = move |value: J| {
            self.update(|whole| {
                if let Some(item) = (part.get_mut)(whole).get_mut(at) {
                    *item = value;
                }
            });
        };
        let down = move |field| match (part.down)(field) {
            Some(Within::Item(other, field)) if other == at => Some(field),
            Some(Within::Item(..) | Within::List) | None => None,
        };
        self.narrow(Bound::new(get.into(), Callback::new(set)), move |field| (part.up)(Within::Item(at, field)), down)
    }

    fn narrow<J: Fields>(
        self,
        value: Bound<J>,
        up: impl Fn(J::Field) -> I::Field,
        down: impl Fn(I::Field) -> Option<J::Field> + Copy + Send + Sync + 'static,
    ) -> Group<J> {
        let before = |field: J::Field| self.id(up(field)).trim_end_matches(&dashed(field)).to_owned();
        let prefix = J::Field::all().first().copied().map(before).unwrap_or_default();
        let own = move |(field, text): &(I::Field, String)| Some((down(*field)?, text.clone()));
        Group::new(
            prefix,
            value,
            Signal::derive(move || self.found.with(|found| found.iter().filter_map(own).collect())),
        )
    }
}

/// The pointer of a field, as the end of an id.
fn dashed<F: DraftField>(field: F) -> String {
    field.pointer().replace('/', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::case::act::draft::{PersonField, SheetDraft, SheetField};

    fn at(person: usize, field: PersonField) -> SheetField {
        SheetField::Persons(Within::Item(person, field))
    }

    #[test]
    fn one_of_several_has_the_ids_and_the_notes_of_the_whole() {
        Owner::new().with(|| {
            let draft = RwSignal::new(SheetDraft { persons: vec![Default::default(); 3], ..Default::default() });
            let found = RwSignal::new(vec![(at(2, PersonField::Role), "Kies een rol.".to_owned())]);
            let sheet = Group::new("formulier".into(), draft.into(), found.into());
            let (second, third) = (sheet.item(SheetDraft::persons(), 1), sheet.item(SheetDraft::persons(), 2));
            assert_eq!(third.id(PersonField::Role), sheet.id(at(2, PersonField::Role)));
            assert_eq!(third.id(PersonField::Role), "formulier-personen-2-rol");
            assert_eq!(second.note(PersonField::Role).error.get(), None);
            assert_eq!(third.note(PersonField::Role).error.get().as_deref(), Some("Kies een rol."));
            assert_eq!(sheet.errors().get()[0].id, "formulier-personen-2-rol");
        });
    }
}
