use super::super::parts::{Check, Form, Keyed, Listed, item};
use crate::{
    messages::Words,
    ui::{Choice, ChoiceLook, Choices, TextField, picked},
};
use leptos::prelude::*;
use shared::{
    case::{
        Command,
        notes::{AgeGroup, Person, PersonRole},
    },
    report::Known,
};

/// Somebody on the form, as typed.
#[derive(Clone, Default)]
pub struct PersonDraft {
    key: u32,
    role: Option<PersonRole>,
    age: Option<AgeGroup>,
    description: String,
    languages: String,
    interpreter: Option<Known>,
    vulnerability: String,
}

impl Keyed for PersonDraft {
    fn new(key: u32) -> Self {
        Self { key, ..Self::default() }
    }
    fn key(&self) -> u32 {
        self.key
    }
}

fn typed(line: Option<&shared::text::Line>) -> String {
    line.map(|line| line.as_str().to_owned()).unwrap_or_default()
}

impl PersonDraft {
    /// As it stands in an earlier version.
    pub fn of(key: u32, person: &Person) -> Self {
        Self {
            key,
            role: Some(person.role),
            age: Some(person.age),
            description: typed(person.description.as_ref()),
            languages: typed(person.languages.as_ref()),
            interpreter: Some(person.interpreter),
            vulnerability: typed(person.vulnerability.as_ref()),
        }
    }

    /// Checks it as part of the form.
    pub fn build(&self, check: &mut Check) -> Option<Person> {
        let at = |field: &str| format!("persoon-{}-{field}", self.key);
        let role = check.chosen(&at("rol"), self.role, "Kies de rol van deze persoon, of ‘Nog niet duidelijk’.");
        let age = check.chosen(&at("leeftijd"), self.age, "Kies de leeftijd, of ‘Onbekend’.");
        let interpreter = check.chosen(&at("tolk"), self.interpreter, "Kies of er een tolk nodig is.");
        let description = check.maybe_line(&at("omschrijving"), &self.description);
        let languages = check.maybe_line(&at("talen"), &self.languages);
        let vulnerability = check.maybe_line(&at("kwetsbaarheid"), &self.vulnerability);
        let (role, age, interpreter) = (role?, age?, interpreter?);
        Some(Person { role, age, description, languages, interpreter, vulnerability })
    }
}

fn options<T: Words>(all: &[T]) -> Vec<Choice> {
    all.iter().map(|one| one.words().into()).collect()
}

/// The fields of one person.
pub fn fields<D: Listed<Item = PersonDraft>>(form: Form<D, Command>, key: u32) -> AnyView {
    let at = |field: &str| format!("persoon-{key}-{field}");
    let (role, age, tolk) = (at("rol"), at("leeftijd"), at("tolk"));
    let (who, talen, kwetsbaar) = (at("omschrijving"), at("talen"), at("kwetsbaarheid"));
    view! {
        <Choices id=form.id(&role) legend="Rol" options=options(PersonRole::ALL) note=form.note(&role)
            chosen=picked(PersonRole::ALL, item(form, key, |p| p.role, |p, v| p.role = v))/>
        <Choices id=form.id(&age) legend="Leeftijd" options=options(AgeGroup::ALL) note=form.note(&age)
            chosen=picked(AgeGroup::ALL, item(form, key, |p| p.age, |p, v| p.age = v))/>
        <TextField id=form.id(&who) label="Wie is het, of hoe herken je de persoon?" optional=true note=form.note(&who)
            value=item(form, key, |p| p.description.clone(), |p, v| p.description = v)/>
        <TextField id=form.id(&talen) label="Talen" optional=true note=form.note(&talen)
            value=item(form, key, |p| p.languages.clone(), |p, v| p.languages = v)/>
        <Choices id=form.id(&tolk) legend="Is een tolk nodig?" options=options(Known::ALL) look=ChoiceLook::Segments
            note=form.note(&tolk) chosen=picked(Known::ALL, item(form, key, |p| p.interpreter, |p, v| p.interpreter = v))/>
        <TextField id=form.id(&kwetsbaar) label="Wat maakt deze persoon kwetsbaar?" optional=true
            note=form.note(&kwetsbaar) value=item(form, key, |p| p.vulnerability.clone(), |p, v| p.vulnerability = v)/>
    }
    .into_any()
}
