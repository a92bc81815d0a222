use crate::ui::{Bound, FieldError, FieldNote};
use leptos::prelude::*;
use shared::case::act::draft::{DraftField, Fields, Inner, Part, Within};

/// Something to say at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<F> {
    /// Which field.
    pub field: F,
    /// What to do about it.
    pub text: String,
    /// Whether it stops the act.
    pub weight: Weight,
}

/// Whether what is said stops the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It does.
    Error,
    /// It asks to think about it.
    Warning,
}

/// Fields that belong together: all those of an act, or those of one person on the meldingsformulier.
pub struct Group<I: Fields> {
    /// The values as typed.
    value: Bound<I>,
    /// What to say at which field.
    said: Signal<Vec<Said<I::Field>>>,
    /// What their ids begin with.
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
    pub fn new(prefix: String, value: Bound<I>, said: Signal<Vec<Said<I::Field>>>) -> Self {
        Self { value, said, prefix: StoredValue::new(prefix) }
    }

    /// The id of a field: `kmt-check-vraag`, `formulier-personen-2-rol`.
    #[must_use]
    pub fn id(self, field: I::Field) -> String {
        self.prefix.with_value(|prefix| format!("{prefix}{}", dashed(field)))
    }

    /// The messages at a field.
    #[must_use]
    pub fn note(self, field: I::Field) -> FieldNote {
        let of = move |weight| {
            let here = move |one: &&Said<I::Field>| one.field == field && one.weight == weight;
            Signal::derive(move || self.said.with(|said| said.iter().find(here).map(|one| one.text.clone())))
        };
        FieldNote { error: of(Weight::Error), warning: of(Weight::Warning) }
    }

    /// Everything that stops the act, each with the id of its field.
    #[must_use]
    pub fn errors(self) -> Signal<Vec<FieldError>> {
        let error = move |one: Said<I::Field>| {
            (one.weight == Weight::Error).then(|| FieldError { id: self.id(one.field), text: one.text })
        };
        Signal::derive(move || self.said.get().into_iter().filter_map(error).collect())
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
        let own = move |one: &Said<I::Field>| {
            Some(Said { field: down(one.field)?, text: one.text.clone(), weight: one.weight })
        };
        Group::new(prefix, value, Signal::derive(move || self.said.with(|said| said.iter().filter_map(own).collect())))
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
            let said = |field, text: &str, weight| Said { field: at(2, field), text: text.to_owned(), weight };
            let said = RwSignal::new(vec![
                said(PersonField::Description, "Kijk nog eens.", Weight::Warning),
                said(PersonField::Role, "Kies een rol.", Weight::Error),
            ]);
            let sheet = Group::new("formulier".into(), draft.into(), said.into());
            let (second, third) = (sheet.item(SheetDraft::persons(), 1), sheet.item(SheetDraft::persons(), 2));
            assert_eq!(third.id(PersonField::Role), sheet.id(at(2, PersonField::Role)));
            assert_eq!(third.id(PersonField::Role), "formulier-personen-2-rol");
            assert_eq!(second.note(PersonField::Role).error.get(), None);
            assert_eq!(third.note(PersonField::Role).error.get().as_deref(), Some("Kies een rol."));
            let described = third.note(PersonField::Description);
            assert_eq!((described.error.get(), described.warning.get().as_deref()), (None, Some("Kijk nog eens.")));
            let errors = sheet.errors().get();
            assert_eq!((errors.len(), errors[0].id.as_str()), (1, "formulier-personen-2-rol"), "a warning is no error");
        });
    }
}
