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
        let with_care: Vec<_> = kinds.iter().copied().chain([Care]).collect();
        let vulnerable = person.vulnerability.as_ref();
        if !found.may(&kinds) {
            // whoever may not be known is not counted either
            found.refuse(SOMEBODY, &kinds);
            found.words("", &vulnerable_by(SOMEBODY), &with_care, vulnerable);
            continue;
        }
        named += 1;
        let (id, name) = (format!("persoon.{named}"), format!("Persoon {named}"));
        let mut line = |line: &Option<Line>| line.as_ref().map(|line| found.blanked(line.as_str()));
        let (description, languages) = (line(&person.description), line(&person.languages));
        let (roles, interpreter) = (person.roles.clone(), person.interpreter);
        found.person(&id, &name, &kinds, PackValue::Person(PackPerson { roles, description, languages, interpreter }));
        found.words(&format!("{id}.kwetsbaarheid"), &vulnerable_by(&name), &with_care, vulnerable);
    }
}

/// How somebody who may not be known is named where the AF reads what stays.
const SOMEBODY: &str = "Iemand op het formulier";

fn vulnerable_by(name: &str) -> String {
    format!("{name}: kwetsbaar door")
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
