use super::*;
use shared::{
    case::notes::{AgeGroup, Person, PersonRole},
    text::Line,
};

fn sheet() -> FormSheet {
    FormSheet {
        persons: vec![Person {
            role: PersonRole::PossibleVictim,
            age: AgeGroup::From18To26,
            description: Line::parse("De verzonnen man bij de schuur").ok(),
            languages: None,
            interpreter: Known::Unknown,
            vulnerability: Line::parse("Geen eigen geld").ok(),
        }],
        safety: Prose::parse("Nu rustig.").unwrap(),
        children: Known::No,
        control: Prose::parse("Paspoort ingenomen.").ok(),
        place: None,
        vehicles: Prose::parse("Wit busje").ok(),
        phones: None,
        knows: Known::No,
        wishes: None,
        reporter_does: Prose::parse("Niets extra’s.").ok(),
    }
}

#[test]
fn the_latest_version_comes_back_as_it_was() {
    assert_eq!(Draft::of(&sheet()).build(), Ok(Command::SaveForm(sheet())));
}

#[test]
fn an_error_stands_at_the_person_it_is_about_also_when_another_went() {
    let mut draft = Draft::of(&sheet());
    draft.add();
    draft.add();
    draft.persons.remove(1);
    let ids: Vec<String> = draft.build().unwrap_err().into_iter().map(|error| error.id).collect();
    assert_eq!(ids, ["formulier-persoon-2-rol", "formulier-persoon-2-leeftijd", "formulier-persoon-2-tolk"]);
}

#[test]
fn an_empty_form_asks_for_safety_children_and_knowing() {
    let ids: Vec<String> = Draft::default().build().unwrap_err().into_iter().map(|error| error.id).collect();
    assert_eq!(ids, ["formulier-veiligheid", "formulier-kinderen", "formulier-weet"]);
}
