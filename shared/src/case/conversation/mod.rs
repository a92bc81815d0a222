//! The conversation with the melder (het gesprek): what an AF types while talking, before it becomes part of the case.
//!
//! Two AFs may type in it at the same time. So a change says how a field was and how it is now. Fields that only one of
//! them changed are put together; a field that both changed is a clash, and stays as it was first changed.
mod field;
mod persons;
mod stamps;

pub use field::{ConversationField, Merged};
pub use stamps::{FieldStamp, stamp, stamps};

use super::{
    Case, Entry, Event,
    act::draft::{ContactDraft, ContactField, PersonDraft, SheetDraft, SheetField},
    notes::{FormSheet, Means},
};
use crate::{
    report::{Channel, Report, Subject, WayIn},
    text::Line,
};
use serde::{Deserialize, Serialize};

/// What is typed during the conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ConversationDraft {
    /// The conversation itself: until the contact is recorded.
    #[serde(rename = "contact")]
    pub contact: ContactDraft,
    /// Het meldingsformulier.
    #[serde(rename = "formulier")]
    pub form: SheetDraft,
}

/// Does something with each field but the persons of two drafts and a third one: which field it is, and the three
/// values.
macro_rules! each_field {
    ($stored:expr, $from:expr, $to:expr, $with:ident) => {{
        let (stored, from, to) = ($stored, $from, $to);
        // every field is named, so that a new one is not forgotten
        let ContactDraft { means, happened, summary } = &mut stored.contact;
        let field = ConversationField::Contact;
        $with!(field(ContactField::Means), means, &from.contact.means, &to.contact.means);
        $with!(field(ContactField::Happened), happened, &from.contact.happened, &to.contact.happened);
        $with!(field(ContactField::Summary), summary, &from.contact.summary, &to.contact.summary);
        let SheetDraft { persons: _, safety, children, control, place, vehicles, phones, knows, wishes, reporter_does } =
            &mut stored.form;
        let (field, from, to) = (ConversationField::Form, &from.form, &to.form);
        $with!(field(SheetField::Safety), safety, &from.safety, &to.safety);
        $with!(field(SheetField::Children), children, &from.children, &to.children);
        $with!(field(SheetField::Control), control, &from.control, &to.control);
        $with!(field(SheetField::Place), place, &from.place, &to.place);
        $with!(field(SheetField::Vehicles), vehicles, &from.vehicles, &to.vehicles);
        $with!(field(SheetField::Phones), phones, &from.phones, &to.phones);
        $with!(field(SheetField::Knows), knows, &from.knows, &to.knows);
        $with!(field(SheetField::Wishes), wishes, &from.wishes, &to.wishes);
        $with!(field(SheetField::ReporterDoes), reporter_does, &from.reporter_does, &to.reporter_does);
    }};
}

impl ConversationDraft {
    /// How it begins: the latest meldingsformulier, or what the melder wrote already, so that nobody types it again.
    #[must_use]
    pub fn begun(case: &Case) -> Self {
        let form = latest_form(case.entries()).map_or_else(|| told_by(&case.origins().report), SheetDraft::from);
        let mut begun = Self { contact: spoken(case), form };
        begun.form.number_persons();
        begun
    }

    /// Changes each field that differs between `from` and `to`, if it is here as it is in `from`. Every person has a
    /// number afterwards, and they are in the order of those.
    pub fn merge(&mut self, from: &Self, to: &Self) -> Merged {
        let (mut from, mut to) = (from.clone(), to.clone());
        [&mut self.form, &mut from.form, &mut to.form].into_iter().for_each(SheetDraft::number_persons);
        let mut merged = Merged::default();
        persons::merge(&mut self.form.persons, &from.form.persons, &to.form.persons, &mut merged);
        macro_rules! one {
            ($field:expr, $stored:expr, $from:expr, $to:expr) => {
                merged.one($field, $stored, $from, $to)
            };
        }
        each_field!(self, &from, &to, one);
        merged
    }

    /// Gives these fields the values that they have in `other`.
    pub fn take(&mut self, fields: &[ConversationField], other: &Self) {
        for field in fields {
            if let ConversationField::Person(number, part) = field {
                persons::take(&mut self.form.persons, *number, *part, &other.form.persons);
            }
        }
        macro_rules! one {
            ($field:expr, $stored:expr, $from:expr, $to:expr) => {
                field::set_if(fields.contains(&$field), $stored, $from, $to)
            };
        }
        each_field!(self, other, other, one);
    }

    /// The fields in which two drafts differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<ConversationField> {
        self.clone().merge(self, other).taken
    }

    /// One person of the form, by number.
    #[must_use]
    pub fn person(&self, number: u64) -> Option<&PersonDraft> {
        persons::find(&self.form.persons, number)
    }
}

/// The latest version of the meldingsformulier.
fn latest_form(entries: &[Entry]) -> Option<&FormSheet> {
    entries.iter().rev().find_map(|entry| if let Event::FormSaved(form) = &entry.event { Some(form) } else { None })
}

/// How the contact begins. Whoever wrote the report down spoke with the melder then; that is not written down again.
fn spoken(case: &Case) -> ContactDraft {
    let origins = case.origins();
    let means = usual_means(&origins.channel);
    let happened = origins.channel.noted_by().map(|_| origins.received.on_clock());
    ContactDraft { means: Some(means), happened, ..ContactDraft::default() }
}

/// How the AF and the melder spoke, as far as the way in says it.
#[must_use]
pub fn usual_means(channel: &Channel) -> Means {
    let at_desk = channel.noted_by().is_some_and(|(way, _)| way == WayIn::Desk);
    if at_desk { Means::InPerson } else { Means::Phone }
}

/// What of the form the melder answered already, in the melder's words.
fn told_by(report: &Report) -> SheetDraft {
    let text = |line: &Line| line.as_str().to_owned();
    // what does not fit on one line stays beside the form, where the melder's words stand
    let description = report.known.as_ref().map(|known| known.as_str().to_owned());
    let description = description.filter(|text| Line::parse(text).is_ok());
    let person = PersonDraft { description, ..PersonDraft::default() };
    let persons = if report.subject == Subject::Person { vec![person] } else { Vec::new() };
    SheetDraft { persons, place: report.place.as_ref().map(text), ..SheetDraft::default() }
}

#[cfg(test)]
mod tests;
