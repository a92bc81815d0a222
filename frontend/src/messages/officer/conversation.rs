//! The fields of the conversation with the melder, by name.
use crate::messages::Words;
use shared::{
    answer::Known,
    case::{
        act::draft::{ContactField, SheetField},
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
        ConversationField::Form(SheetField::Persons(_)) => "Wie zijn erbij betrokken?",
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
        ConversationField::Form(SheetField::Persons(_)) => Some(persons(draft)),
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

/// One person in a line.
fn persons(draft: &ConversationDraft) -> String {
    let one = |person: &shared::case::act::draft::PersonDraft| {
        let roles = person.roles.all().iter().map(|role| role.words());
        let age = person.age.map(Words::words);
        let rest = [person.description.as_deref(), person.languages.as_deref(), person.vulnerability.as_deref()];
        let parts: Vec<&str> = roles.chain(age).chain(rest.into_iter().flatten()).collect();
        parts.join(", ")
    };
    draft.form.persons.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::case::act::draft::{PersonDraft, SheetDraft};

    #[test]
    fn an_answer_can_be_read_or_is_said_to_be_empty() {
        let person = PersonDraft { description: Some("Man, kok".into()), ..PersonDraft::default() };
        let form = SheetDraft { persons: vec![person], knows: Some(Known::No), ..SheetDraft::default() };
        let draft = ConversationDraft { form, ..ConversationDraft::default() };
        assert_eq!(answer_text(&draft, ConversationField::PERSONS), "Man, kok");
        assert_eq!(answer_text(&draft, ConversationField::Form(SheetField::Knows)), "Nee");
        assert_eq!(answer_text(&draft, ConversationField::Form(SheetField::Safety)), "(leeg)");
    }
}
