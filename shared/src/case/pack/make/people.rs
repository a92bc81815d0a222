use super::gather::{Gather, kinds_of};
use crate::{
    case::{
        Case,
        notes::Person,
        pack::{PackPerson, PackValue, RoleAndAge},
    },
    sharing::DataKind::{Ages, Care, Others, PossibleOffender, PossibleVictim},
    text::Line,
};

/// The people of the latest form: how old they are, and who they are.
pub(super) fn of(found: &mut Gather<'_>, case: &Case) {
    let Some(form) = case.latest_form() else { return };
    ages(found, &form.persons);
    let mut named = 0;
    for person in &form.persons {
        let kinds = kinds_of(person);
        // whoever may not be known is not counted either
        let name = if found.may(&kinds) {
            named += 1;
            format!("Persoon {named}")
        } else {
            "Iemand op het formulier".into()
        };
        let id = format!("persoon.{named}");
        let line = |found: &mut Gather<'_>, line: &Option<Line>| line.as_ref().map(|line| found.blanked(line.as_str()));
        let (roles, interpreter) = (person.roles.clone(), person.interpreter);
        let (description, languages) = (line(found, &person.description), line(found, &person.languages));
        found.person(&id, &name, &kinds, PackValue::Person(PackPerson { roles, description, languages, interpreter }));
        let kinds: Vec<_> = kinds.into_iter().chain([Care]).collect();
        let name = format!("{name}: kwetsbaar door");
        found.words(&format!("{id}.kwetsbaarheid"), &name, &kinds, person.vulnerability.as_ref());
    }
}

/// Whoever may know who people are, does not learn that there is somebody else. Whoever may know nobody, learns how
/// many there are.
fn ages(found: &mut Gather<'_>, persons: &[Person]) {
    let knows_somebody = [PossibleVictim, PossibleOffender, Others].iter().any(|kind| found.may(&[*kind]));
    let shown = persons.iter().filter(|person| !knows_somebody || found.may(&kinds_of(person)));
    let all: Vec<RoleAndAge> = shown.map(|one| RoleAndAge { roles: one.roles.clone(), age: one.age }).collect();
    if !all.is_empty() {
        found.value("leeftijden", "Leeftijden", &[Ages], PackValue::Ages(all));
    }
}
