//! The contact with Veilig Thuis: asked of the melder, and of an AF who records it later.
use super::{Field, Look, VttContact, VttDraft, VttState, choice};
use crate::text::Line;

choice!(
    #[derive(PartialOrd, Ord)]
    /// A field of [`VttDraft`]. Its text form is a JSON pointer (RFC 6901) into that draft.
    VttField {
        /// The state of the contact.
        State = "/stand",
        /// Gemeld: by whom.
        Who = "/wie",
        /// Gemeld: when.
        When = "/wanneer",
        /// Gemeld: the reference.
        Reference = "/kenmerk",
        /// Nog niet: why.
        Why = "/waarom",
    }
);

impl Field {
    /// The field of the melding that this one of Veilig Thuis is.
    #[must_use]
    pub fn of_vtt(field: VttField) -> Self {
        match field {
            VttField::State => Self::VttState,
            VttField::Who => Self::VttWho,
            VttField::When => Self::VttWhen,
            VttField::Reference => Self::VttReference,
            VttField::Why => Self::VttWhy,
        }
    }
}

impl Look<VttField> {
    /// Each answer asks for what belongs to it.
    pub fn vtt(&mut self, draft: &VttDraft) -> Option<VttContact> {
        Some(match self.chosen(VttField::State, draft.state)? {
            VttState::Advised => VttContact::Advised {},
            VttState::NotReached => VttContact::NotReached {},
            VttState::NotYet => VttContact::NotYet { why: self.required(VttField::Why, Line::parse(&draft.why))? },
            VttState::Reported => {
                let who = self.required(VttField::Who, Line::parse(&draft.who));
                let when = self.required(VttField::When, Line::parse(&draft.when));
                let reference = self.optional(VttField::Reference, Line::parse(&draft.reference));
                VttContact::Reported { who: who?, when: when?, reference }
            }
        })
    }
}
