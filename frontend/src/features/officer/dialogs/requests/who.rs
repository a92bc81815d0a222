use super::super::super::{
    dossier::{Dossier, story},
    parts::SelectOption,
};
use crate::messages::{isolated, officer::roles_in_words};
use leptos::prelude::*;
use shared::case::notes::Person;

/// The persons of the latest form, to choose one.
pub fn persons(dossier: Dossier) -> Vec<SelectOption> {
    let form = dossier.detail.with_untracked(|detail| detail.as_ref().and_then(|detail| story(detail).form));
    let option = |(at, person): (usize, &Person)| {
        let who = person.description.as_ref().map(|text| text.as_str().to_owned());
        let label = format!(
            "Persoon {}: {}",
            at + 1,
            who.map_or_else(|| roles_in_words(&person.roles), |who| isolated(&who).into_owned())
        );
        SelectOption { value: at.to_string(), label }
    };
    form.map(|form| form.persons.iter().enumerate().map(option).collect()).unwrap_or_default()
}
