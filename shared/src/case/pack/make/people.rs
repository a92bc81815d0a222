use super::gather::{Gather, kinds_of};
use crate::{
    case::{
        Case,
        notes::Person,
        pack::{PackPerson, PackValue, RoleAndAge},
    },
    sharing::DataKind::{Ages, Care, Others, PossibleOffender, PossibleVictim},
};

/// The people of the latest form: how old they are, and who they are.
pub(super) fn of(found: &mut Gather<'_>, case: &Case) {
    let Some(form) = case.latest_form() else { return };
    ages(found, &form.persons);
    for (at, person) in form.persons.iter().enumerate() {
        let (kinds, name) = (kinds_of(person), format!("Persoon {}", at + 1));
        let Person { roles, age: _, description, languages, interpreter, vulnerability, number: _ } = person.clone();
        let (description, languages) = (found.blanked(description.as_ref()), found.blanked(languages.as_ref()));
        let value = PackValue::Person(PackPerson { roles, description, languages, interpreter });
        found.person(&format!("persoon.{at}"), &name, &kinds, value);
        let kinds: Vec<_> = kinds.into_iter().chain([Care]).collect();
        let name = format!("Persoon {}: kwetsbaar door", at + 1);
        found.words(&format!("persoon.{at}.kwetsbaarheid"), &name, &kinds, vulnerability.as_ref());
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
