//! Which clues a case has, and in which part of an index it belongs.
use super::{
    Clue,
    read::{Field, read},
};
use crate::{
    case::{Case, Event, notes::FormSheet},
    report::Report,
    retention::Outcome,
};
use std::collections::BTreeSet;

/// The most clues of one case. A form has room for more; no real one comes near.
const MOST: usize = 100;

/// The two parts of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Of open cases.
    Open,
    /// Of closed cases.
    Closed,
}

impl Shelf {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Open, Self::Closed];
}

/// Where the clues of a case belong. Nowhere before an AF looked at it, so that a flood of reports fills nothing; when
/// it ended as unfounded; while its processing is restricted (AVG 18); and once it is being destroyed.
#[must_use]
pub fn shelf(case: &Case) -> Option<Shelf> {
    if !case.is_opened() || case.rights().is_restricted() || case.rights().is_doomed() {
        return None;
    }
    let Some(kept) = case.kept() else { return Some(Shelf::Open) };
    match kept.outcome {
        Outcome::Likely | Outcome::Unclear | Outcome::TooLittle | Outcome::Duplicate => Some(Shelf::Closed),
        Outcome::Mistake | Outcome::NotTrafficking | Outcome::Malicious => None,
    }
}

/// The clues of a case as it is now: of the report and of the latest form.
#[must_use]
pub fn clues(case: &Case) -> BTreeSet<Clue> {
    bounded(case.latest_form().into_iter(), &case.origins().report)
}

/// Every clue that the case ever had: also those of earlier versions of the form.
#[must_use]
pub fn ever(case: &Case) -> BTreeSet<Clue> {
    let forms = case.entries().iter();
    let forms = forms.filter_map(|entry| if let Event::FormSaved(form) = &entry.event { Some(form) } else { None });
    forms.flat_map(|form| bounded(std::iter::once(form), &case.origins().report)).chain(clues(case)).collect()
}

/// Those of the form come first: an AF wrote it.
fn bounded<'a>(forms: impl Iterator<Item = &'a FormSheet>, report: &Report) -> BTreeSet<Clue> {
    let mut all = BTreeSet::new();
    for clue in forms.flat_map(of_form).chain(of_report(report)) {
        if all.len() == MOST {
            break;
        }
        all.insert(clue);
    }
    all
}

fn of_form(form: &FormSheet) -> Vec<Clue> {
    let mut found = Vec::new();
    for name in form.persons.iter().filter_map(|person| person.description.as_ref()) {
        found.extend(read(name.as_str(), Field::Name));
    }
    let fields = [(&form.place, Field::Place), (&form.vehicles, Field::Vehicles), (&form.phones, Field::Text)];
    for (text, field) in fields {
        found.extend(text.iter().flat_map(|text| read(text.as_str(), field)));
    }
    found
}

fn of_report(report: &Report) -> Vec<Clue> {
    let place = report.place.iter().flat_map(|place| read(place.as_str(), Field::Place));
    let known = report.known.iter().flat_map(|known| read(known.as_str(), Field::Text));
    place.chain(known).chain(read(report.story.as_str(), Field::Text)).collect()
}
