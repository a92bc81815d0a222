//! The fields of the conversation with the melder, by name.
use crate::Words;
use shared::{
    answer::Known,
    case::{
        act::draft::{ContactField, PersonDraft, PersonField, SheetField},
        conversation::{ConversationDraft, ConversationField},
    },
};

/// What a field asks, as its label on the page says.
#[must_use]
pub fn field_label(field: ConversationField) -> &'static str {
    match field {
        ConversationField::Contact(ContactField::Means) => "Hoe sprak je de melder?",
        ConversationField::Contact(ContactField::Happened) => "Wanneer?",
        ConversationField::Contact(ContactField::Summary) => "Wat bespraken jullie?",
        ConversationField::Form(SheetField::Persons(_))
        | ConversationField::Person(_, None | Some(PersonField::Number)) => "Wie zijn erbij betrokken?",
        ConversationField::Person(_, Some(PersonField::Role)) => "Rol",
        ConversationField::Person(_, Some(PersonField::Age)) => "Leeftijd",
        ConversationField::Person(_, Some(PersonField::Description)) => "Wie is het, of hoe herken je de persoon?",
        ConversationField::Person(_, Some(PersonField::Languages)) => "Talen",
        ConversationField::Person(_, Some(PersonField::Interpreter)) => "Is een tolk nodig?",
        ConversationField::Person(_, Some(PersonField::Vulnerability)) => "Wat maakt deze persoon kwetsbaar?",
        ConversationField::Form(SheetField::Safety) => "Hoe veilig is het nu?",
        ConversationField::Form(SheetField::Children) => "Zijn er kinderen in huis?",
        ConversationField::Form(SheetField::Control) => "Hoe wordt iemand gedwongen of tegengehouden?",
        ConversationField::Form(SheetField::Place) => "Plek of bedrijf",
        ConversationField::Form(SheetField::Vehicles) => "Voertuigen",
        ConversationField::Form(SheetField::Phones) => "Telefoonnummers",
        ConversationField::Form(SheetField::Knows) => "Weet de persoon van de melding?",
        ConversationField::Form(SheetField::Wishes) => "Wat wil de persoon zelf?",
        ConversationField::Form(SheetField::ReporterDoes) => "Wat doet de melder?",
    }
}

/// The answer in a field, to read; `(leeg)` for none.
#[must_use]
pub fn answer_text(draft: &ConversationDraft, field: ConversationField) -> String {
    let known = |answer: Option<Known>| answer.map(|answer| answer.words().to_owned());
    let (contact, form) = (&draft.contact, &draft.form);
    let text = match field {
        ConversationField::Contact(ContactField::Means) => contact.means.map(|means| means.words().to_owned()),
        ConversationField::Contact(ContactField::Happened) => contact.happened.clone(),
        ConversationField::Contact(ContactField::Summary) => contact.summary.clone(),
        ConversationField::Form(SheetField::Persons(_)) => {
            Some(form.persons.iter().map(one_line).collect::<Vec<_>>().join("\n"))
        }
        ConversationField::Person(number, part) => draft.person(number).map(|person| of_person(person, part)),
        ConversationField::Form(SheetField::Safety) => Some(form.safety.clone()),
        ConversationField::Form(SheetField::Children) => known(form.children),
        ConversationField::Form(SheetField::Control) => form.control.clone(),
        ConversationField::Form(SheetField::Place) => form.place.clone(),
        ConversationField::Form(SheetField::Vehicles) => form.vehicles.clone(),
        ConversationField::Form(SheetField::Phones) => form.phones.clone(),
        ConversationField::Form(SheetField::Knows) => known(form.knows),
        ConversationField::Form(SheetField::Wishes) => form.wishes.clone(),
        ConversationField::Form(SheetField::ReporterDoes) => form.reporter_does.clone(),
    };
    text.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| "(leeg)".into())
}

/// One answer about a person, or the person in a line.
fn of_person(person: &PersonDraft, part: Option<PersonField>) -> String {
    let text = |answer: &Option<String>| answer.clone().unwrap_or_default();
    match part {
        None | Some(PersonField::Number) => one_line(person),
        Some(PersonField::Role) => roles(person).join(", "),
        Some(PersonField::Age) => person.age.map(Words::words).unwrap_or_default().into(),
        Some(PersonField::Description) => text(&person.description),
        Some(PersonField::Languages) => text(&person.languages),
        Some(PersonField::Interpreter) => person.interpreter.map(Words::words).unwrap_or_default().into(),
        Some(PersonField::Vulnerability) => text(&person.vulnerability),
    }
}

fn roles(person: &PersonDraft) -> Vec<&'static str> {
    person.roles.all().iter().map(|role| role.words()).collect()
}

fn one_line(person: &PersonDraft) -> String {
    let age = person.age.map(Words::words);
    let rest = [person.description.as_deref(), person.languages.as_deref(), person.vulnerability.as_deref()];
    let parts: Vec<&str> = roles(person).into_iter().chain(age).chain(rest.into_iter().flatten()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::case::act::draft::SheetDraft;

    #[test]
    fn an_answer_can_be_read_or_is_said_to_be_empty() {
        let described = Some("Man, kok".into());
        let person = PersonDraft { description: described, number: Some(7), ..PersonDraft::default() };
        let form = SheetDraft { persons: vec![person], knows: Some(Known::No), ..SheetDraft::default() };
        let draft = ConversationDraft { form, ..ConversationDraft::default() };
        let of = |part| answer_text(&draft, ConversationField::Person(7, part));
        assert_eq!(of(None), "Man, kok");
        assert_eq!(
            (of(Some(PersonField::Description)).as_str(), of(Some(PersonField::Age)).as_str()),
            ("Man, kok", "(leeg)")
        );
        assert_eq!(answer_text(&draft, ConversationField::Person(8, None)), "(leeg)", "a colleague removed them");
        assert_eq!(answer_text(&draft, ConversationField::Form(SheetField::Knows)), "Nee");
        assert_eq!(answer_text(&draft, ConversationField::Form(SheetField::Safety)), "(leeg)");
    }
}
