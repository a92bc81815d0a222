use super::Draft;
use crate::{
    case::notes::{Attempt, ContactNote, Means},
    text::{Line, Prose},
};

draft!(
    /// A try to reach the melder, as typed.
    AttemptDraft, AttemptField of Attempt
    fields {
        /// What happened.
        note: Option<Line> = Note "note",
    }
);
draft!(
    /// The contact with the melder, as typed.
    ContactDraft, ContactField of ContactNote
    fields {
        /// How.
        means: Means = Means "wijze",
        /// What was said and agreed.
        summary: Prose = Summary "verslag",
    }
);

impl Draft for AttemptDraft {}
impl Draft for ContactDraft {}
