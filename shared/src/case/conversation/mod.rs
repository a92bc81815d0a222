//! The conversation with the melder (het gesprek): what an AF types while talking, before it becomes part of the case.
//!
//! Two AFs may type in it at the same time. So a change says how a field was and how it is now. Fields that only one of
//! them changed are put together; a field that both changed is a clash, and stays as it was first changed.
use super::{
    Case, Entry, Event,
    act::draft::{ContactDraft, ContactField, DraftField, PersonDraft, SheetDraft, SheetField, Within},
    notes::{FormSheet, Means},
};
use crate::{
    id::AccountId,
    moment::Moment,
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

/// A field of [`ConversationDraft`]. The persons of the form are one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConversationField {
    /// Of the conversation itself.
    Contact(ContactField),
    /// Of the meldingsformulier.
    Form(SheetField),
}

impl ConversationField {
    /// All persons together.
    pub const PERSONS: Self = Self::Form(SheetField::Persons(Within::List));

    /// Its JSON pointer (RFC 6901) in the draft: `/formulier/veiligheid`.
    #[must_use]
    pub fn pointer(self) -> String {
        match self {
            Self::Contact(field) => format!("/contact{}", field.pointer()),
            Self::Form(field) => format!("/formulier{}", field.pointer()),
        }
    }

    /// The field that a pointer names.
    #[must_use]
    pub fn at(pointer: &str) -> Option<Self> {
        if let Some(rest) = pointer.strip_prefix("/contact") {
            return ContactField::at(rest).map(Self::Contact);
        }
        SheetField::at(pointer.strip_prefix("/formulier")?).map(Self::Form)
    }
}

/// Does something with each field of two drafts and a third one: which field it is, and the three values.
macro_rules! each_field {
    ($stored:expr, $from:expr, $to:expr, $with:ident) => {{
        let (stored, from, to) = ($stored, $from, $to);
        // every field is named, so that a new one is not forgotten
        let ContactDraft { means, happened, summary } = &mut stored.contact;
        let field = ConversationField::Contact;
        $with!(field(ContactField::Means), means, &from.contact.means, &to.contact.means);
        $with!(field(ContactField::Happened), happened, &from.contact.happened, &to.contact.happened);
        $with!(field(ContactField::Summary), summary, &from.contact.summary, &to.contact.summary);
        let SheetDraft { persons, safety, children, control, place, vehicles, phones, knows, wishes, reporter_does } =
            &mut stored.form;
        let (field, from, to) = (ConversationField::Form, &from.form, &to.form);
        $with!(ConversationField::PERSONS, persons, &from.persons, &to.persons);
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

/// What came of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Fields that have the new value now, and had another.
    pub taken: Vec<ConversationField>,
    /// Fields that somebody else changed meanwhile: they stayed.
    pub clashes: Vec<ConversationField>,
}

impl Merged {
    fn one<T: PartialEq + Clone>(&mut self, field: ConversationField, stored: &mut T, from: &T, to: &T) {
        if from == to || stored == to {
            return;
        }
        if stored == from {
            stored.clone_from(to);
            self.taken.push(field);
        } else {
            self.clashes.push(field);
        }
    }
}

impl ConversationDraft {
    /// How it begins: the latest meldingsformulier, or what the melder wrote already, so that nobody types it again.
    #[must_use]
    pub fn begun(case: &Case) -> Self {
        let form = latest_form(case.entries()).map_or_else(|| told_by(&case.origins().report), SheetDraft::from);
        Self { contact: spoken(case), form }
    }

    /// Changes each field that differs between `from` and `to`, if it is here as it is in `from`.
    pub fn merge(&mut self, from: &Self, to: &Self) -> Merged {
        let mut merged = Merged::default();
        macro_rules! one {
            ($field:expr, $stored:expr, $from:expr, $to:expr) => {
                merged.one($field, $stored, $from, $to)
            };
        }
        each_field!(self, from, to, one);
        merged
    }

    /// Gives these fields the values that they have in `other`.
    pub fn take(&mut self, fields: &[ConversationField], other: &Self) {
        macro_rules! one {
            ($field:expr, $stored:expr, $from:expr, $to:expr) => {
                set_if(fields.contains(&$field), $stored, $from, $to)
            };
        }
        each_field!(self, other, other, one);
    }

    /// The fields in which two drafts differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<ConversationField> {
        self.clone().merge(self, other).taken
    }
}

/// Each field is visited with two other values; here both are the one to take.
fn set_if<T: Clone>(is_wanted: bool, stored: &mut T, _same: &T, to: &T) {
    if is_wanted {
        stored.clone_from(to);
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
    let happened = origins.channel.noted_by().map(|_| String::from(origins.received));
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

/// Who gave a field its value, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldStamp {
    /// The field, as a JSON pointer in the draft.
    #[serde(rename = "veld")]
    pub field: String,
    /// The AF; none when it is from the report.
    #[serde(rename = "door")]
    pub by: Option<AccountId>,
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
}

/// Who gave the fields of the latest meldingsformulier their values: the report, or the AF who saved the first version
/// in which a field is as it is now.
#[must_use]
pub fn stamps(case: &Case) -> Vec<FieldStamp> {
    let origins = case.origins();
    let mut before = ConversationDraft::default();
    let mut all = Vec::new();
    let told = ConversationDraft { form: told_by(&origins.report), ..ConversationDraft::default() };
    stamp(&mut all, before.differences(&told), None, origins.received);
    before = told;
    for entry in case.entries() {
        if let Event::FormSaved(form) = &entry.event {
            let now = ConversationDraft { form: form.into(), ..ConversationDraft::default() };
            stamp(&mut all, before.differences(&now), Some(&entry.by), entry.at);
            before = now;
        }
    }
    all
}

/// Notes who changed these fields; an earlier note on one of them goes.
pub fn stamp(all: &mut Vec<FieldStamp>, fields: Vec<ConversationField>, by: Option<&AccountId>, at: Moment) {
    for field in fields {
        let field = field.pointer();
        all.retain(|one| one.field != field);
        all.push(FieldStamp { field, by: by.cloned(), at });
    }
}

#[cfg(test)]
mod tests;
