//! The fields of the conversation, and what comes of changing one.
use crate::case::act::draft::{ContactField, DraftField, PersonField, SheetField};

/// A field of [`super::ConversationDraft`]. Each person of the form has fields of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConversationField {
    /// Of the conversation itself.
    Contact(ContactField),
    /// Of the meldingsformulier.
    Form(SheetField),
    /// A person of the meldingsformulier, by number: whether they are on it, or one of their fields.
    Person(u64, Option<PersonField>),
}

impl ConversationField {
    /// Its JSON pointer (RFC 6901) in the draft: `/formulier/veiligheid`.
    #[must_use]
    pub fn pointer(self) -> String {
        match self {
            Self::Contact(field) => format!("/contact{}", field.pointer()),
            Self::Form(field) => format!("/formulier{}", field.pointer()),
            Self::Person(number, field) => {
                format!("{PERSONS}{number}{}", field.map(PersonField::pointer).unwrap_or_default())
            }
        }
    }

    /// The field that a pointer names.
    #[must_use]
    pub fn at(pointer: &str) -> Option<Self> {
        if let Some(rest) = pointer.strip_prefix("/contact") {
            return ContactField::at(rest).map(Self::Contact);
        }
        if let Some(rest) = pointer.strip_prefix(PERSONS) {
            let (number, field) = rest.split_once('/').map_or((rest, None), |(number, field)| (number, Some(field)));
            let field = match field {
                Some(field) => Some(PersonField::at(&format!("/{field}"))?),
                None => None,
            };
            return Some(Self::Person(number.parse().ok()?, field));
        }
        SheetField::at(pointer.strip_prefix("/formulier")?).map(Self::Form)
    }
}

/// Where the persons are in the draft. After it comes the number of one, and not their place in the list.
const PERSONS: &str = "/formulier/personen/";

/// What came of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Fields that have the new value now, and had another.
    pub taken: Vec<ConversationField>,
    /// Fields that somebody else changed meanwhile: they stayed.
    pub clashes: Vec<ConversationField>,
}

impl Merged {
    pub(super) fn one<T: PartialEq + Clone>(&mut self, field: ConversationField, stored: &mut T, from: &T, to: &T) {
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

/// Each field is visited with two other values; here both are the one to take.
pub(super) fn set_if<T: Clone>(is_wanted: bool, stored: &mut T, _same: &T, to: &T) {
    if is_wanted {
        stored.clone_from(to);
    }
}
