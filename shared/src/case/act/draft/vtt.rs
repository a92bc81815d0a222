//! Veilig Thuis, as an AF records it.
use super::{Context, Draft, DraftField, Drafted, Fields, Part, place::lies_in};
use crate::{
    case::notes::{NotNeededFor, VttNote, VttStand},
    choice::choice,
    report::{Look, null_is_empty},
    text::Line,
};
use serde::{Deserialize, Serialize};

/// The contact with Veilig Thuis, as typed. The body of a melder's answer is one of these too.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct VttNoteDraft {
    /// The state of the contact.
    #[serde(rename = "stand")]
    pub state: Option<VttStand>,
    /// Niet nodig: the kind of reason.
    #[serde(rename = "omdat")]
    pub because: Option<NotNeededFor>,
    /// Gemeld: by whom. Overgenomen: by whom at Veilig Thuis.
    #[serde(rename = "wie")]
    pub who: String,
    /// Gemeld, overgenomen: when.
    #[serde(rename = "wanneer")]
    pub when: String,
    /// Gemeld, overgenomen: the reference VTT gave, if any.
    #[serde(rename = "kenmerk", deserialize_with = "null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub reference: String,
    /// Nog niet, niet aangenomen, niet nodig: why.
    #[serde(rename = "waarom")]
    pub why: String,
}

impl std::fmt::Debug for VttNoteDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VttNoteDraft(…)")
    }
}

choice!(
    #[derive(PartialOrd, Ord)]
    /// A field of [`VttNoteDraft`]. Its text form is a JSON pointer (RFC 6901) into that draft.
    VttNoteField {
        /// The state of the contact.
        State = "/stand",
        /// Niet nodig: the kind of reason.
        Because = "/omdat",
        /// Gemeld: by whom.
        Who = "/wie",
        /// Gemeld: when.
        When = "/wanneer",
        /// Gemeld: the reference.
        Reference = "/kenmerk",
        /// The reason.
        Why = "/waarom",
    }
);

impl DraftField for VttNoteField {
    fn pointer(self) -> String {
        self.as_str().to_owned()
    }

    fn at(pointer: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| lies_in(pointer, field.as_str()).is_some())
    }

    fn most(self) -> Option<usize> {
        match self {
            Self::State | Self::Because => None,
            Self::Who | Self::When | Self::Reference | Self::Why => Some(Line::MAX),
        }
    }

    fn item(self) -> Option<usize> {
        None
    }

    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }
}

impl Fields for VttNoteDraft {
    type Field = VttNoteField;
    type Note = VttNote;

    fn of(note: &VttNote) -> Self {
        let text = |line: &Line| line.as_str().to_owned();
        let of = |state| Self { state: Some(state), ..Self::default() };
        let contact = |state, who: &Line, when: &Line, reference: &Option<Line>| {
            let reference = reference.as_ref().map(text).unwrap_or_default();
            Self { who: text(who), when: text(when), reference, ..of(state) }
        };
        match note {
            VttNote::Reported { who, when, reference } => contact(VttStand::Reported, who, when, reference),
            VttNote::TakenOver { who, when, reference } => contact(VttStand::TakenOver, who, when, reference),
            VttNote::Advised {} => of(VttStand::Advised),
            VttNote::NotReached {} => of(VttStand::NotReached),
            VttNote::NotYet { why } => Self { why: text(why), ..of(VttStand::NotYet) },
            VttNote::Declined { why } => Self { why: text(why), ..of(VttStand::Declined) },
            VttNote::NotNeeded { because, why } => {
                Self { because: Some(*because), why: text(why), ..of(VttStand::NotNeeded) }
            }
        }
    }

    fn read(&self, look: &mut Look<VttNoteField>, _context: &Context<'_>) -> Option<VttNote> {
        Some(match look.chosen(VttNoteField::State, self.state)? {
            VttStand::Advised => VttNote::Advised {},
            VttStand::NotReached => VttNote::NotReached {},
            VttStand::NotYet => VttNote::NotYet { why: self.reason(look)? },
            VttStand::Declined => VttNote::Declined { why: self.reason(look)? },
            VttStand::NotNeeded => {
                let because = look.chosen(VttNoteField::Because, self.because);
                let why = self.reason(look);
                VttNote::NotNeeded { because: because?, why: why? }
            }
            VttStand::Reported => {
                let (who, when, reference) = self.contact(look)?;
                VttNote::Reported { who, when, reference }
            }
            VttStand::TakenOver => {
                let (who, when, reference) = self.contact(look)?;
                VttNote::TakenOver { who, when, reference }
            }
        })
    }

    fn warn(&self, look: &mut Look<VttNoteField>) {
        let texts = match self.state {
            Some(VttStand::Reported | VttStand::TakenOver) => vec![
                (VttNoteField::Who, &self.who),
                (VttNoteField::When, &self.when),
                (VttNoteField::Reference, &self.reference),
            ],
            Some(VttStand::NotYet | VttStand::Declined | VttStand::NotNeeded) => vec![(VttNoteField::Why, &self.why)],
            Some(VttStand::Advised | VttStand::NotReached) | None => Vec::new(),
        };
        texts.into_iter().for_each(|(field, text)| look.warn_of_bsn(field, text));
    }
}

impl VttNoteDraft {
    fn reason(&self, look: &mut Look<VttNoteField>) -> Option<Line> {
        look.required(VttNoteField::Why, Line::parse(&self.why))
    }

    fn contact(&self, look: &mut Look<VttNoteField>) -> Option<(Line, Line, Option<Line>)> {
        let who = look.required(VttNoteField::Who, Line::parse(&self.who));
        let when = look.required(VttNoteField::When, Line::parse(&self.when));
        let reference = look.optional(VttNoteField::Reference, Line::parse(&self.reference));
        Some((who?, when?, reference))
    }
}

impl Draft for VttNoteDraft {}

impl Drafted for VttNote {
    type Draft = VttNoteDraft;
}

macro_rules! parts {
    ($($name:ident: $type:ty = $field:ident),+ $(,)?) => { $(
        #[doc = concat!("Where `", stringify!($name), "` is in the draft.")]
        #[must_use]
        pub fn $name() -> Part<VttNoteDraft, $type, VttNoteField> {
            Part { field: VttNoteField::$field, get: |draft| &draft.$name, get_mut: |draft| &mut draft.$name }
        }
    )+ };
}
parts!(
    state: Option<VttStand> = State,
    because: Option<NotNeededFor> = Because,
    who: String = Who,
    when: String = When,
    reference: String = Reference,
    why: String = Why,
);
