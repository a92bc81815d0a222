//! The free text about the person or the place. What melders said about themselves, and what the AF and the melder said
//! to each other, is not part of it and cannot be released.
use crate::{
    case::{
        Case, Event, Proposal,
        care::CareRecord,
        notes::{Person, rights::Correction},
        redact::Passage,
    },
    report::KmtSignal,
};

struct Found(Vec<Passage>);

impl Found {
    fn add(&mut self, id: impl Into<String>, name: &str, text: Option<&str>) {
        let passage = |text: &str| Passage { id: id.into(), name: name.into(), text: text.into() };
        self.0.extend(text.map(passage));
    }
}

/// Somebody who asks for a copy has to know that there is more to ask for.
const PHOTO: &str = "Bij een foto, die niet in deze kopie zit";

/// All of it, as it was written.
pub(super) fn of(case: &Case, person: Option<&Person>) -> Vec<Passage> {
    let mut found = Found(Vec::new());
    let report = &case.origins().report;
    found.add("melding.verhaal", "Wat er gezien is", Some(report.story.as_str()));
    found.add("melding.wanneer", "Wanneer", report.when.as_ref().map(|text| text.as_str()));
    found.add("melding.waar", "Waar", report.place.as_ref().map(|text| text.as_str()));
    found.add("melding.bekend", "Wat bekend is", report.known.as_ref().map(|text| text.as_str()));
    found.add("melding.herkomst", "Waar de melding vandaan komt", report.kmt().map(origin).as_deref());
    if let Some(person) = person {
        found.add("persoon.omschrijving", "Omschrijving", person.description.as_ref().map(|text| text.as_str()));
        found.add("persoon.talen", "Talen", person.languages.as_ref().map(|text| text.as_str()));
        found.add("persoon.kwetsbaarheid", "Kwetsbaarheid", person.vulnerability.as_ref().map(|text| text.as_str()));
    }
    of_form(case, &mut found);
    of_route(case, &mut found);
    for (at, addition) in case.additions().enumerate() {
        let is_photo = addition.addition().is_some_and(|one| one.photo_parts().is_some());
        let name = if is_photo { PHOTO } else { "Wat er later is gemeld" };
        found.add(format!("aanvulling.{at}"), name, Some(addition.text.as_str()));
    }
    for (at, correction) in case.rights().corrections().iter().enumerate() {
        found.add(format!("correctie.{at}"), "Correctie", Some(&corrected(correction)));
    }
    found.0
}

/// That it came from KMT, and from nobody by name.
fn origin(signal: &KmtSignal) -> String {
    let reference = signal.reference.as_ref().map(|text| format!(", kenmerk {}", text.as_str())).unwrap_or_default();
    format!("Van het KMT, op {}{reference}.", signal.day.format("%d-%m-%Y"))
}

/// What stands about care and health.
pub(super) fn of_care(care: &CareRecord) -> Vec<Passage> {
    let mut found = Found(Vec::new());
    for (at, entry) in care.entries().iter().enumerate() {
        found.add(format!("zorg.{at}"), "Zorg en gezondheid", Some(entry.text.as_str()));
    }
    found.0
}

fn of_form(case: &Case, found: &mut Found) {
    let Some(form) = case.latest_form() else { return };
    found.add("formulier.veiligheid", "Veiligheid", Some(form.safety.as_str()));
    found.add("formulier.dwangmiddelen", "Dwangmiddelen", form.control.as_ref().map(|text| text.as_str()));
    found.add("formulier.plek", "Plek of bedrijf", form.place.as_ref().map(|text| text.as_str()));
    found.add("formulier.voertuigen", "Voertuigen", form.vehicles.as_ref().map(|text| text.as_str()));
    found.add("formulier.wens", "Wat de persoon wil", form.wishes.as_ref().map(|text| text.as_str()));
}

fn of_route(case: &Case, found: &mut Found) {
    for (at, entry) in case.entries().iter().enumerate() {
        if let Event::InvestigationStarted(plan) = &entry.event {
            found.add(format!("onderzoek.{at}"), "Vraag van het onderzoek", Some(plan.question.as_str()));
        } else if let Event::SourceConsulted { note, .. } = &entry.event {
            found.add(format!("bron.{at}"), "Resultaat van een bron", Some(note.result.as_str()));
        } else if let Event::Decided(ruling) | Event::Agreed(Proposal::Ruling(ruling)) = &entry.event {
            found.add(format!("beslissing.{at}"), "Duiding", Some(ruling.meaning.as_str()));
        }
    }
}

/// The text of a correction, for a passage.
fn corrected(correction: &Correction) -> String {
    format!("Onjuist: {}\nJuist: {}", correction.wrong.as_str(), correction.right.as_str())
}
