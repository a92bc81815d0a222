//! Veilig Thuis: the draft is the same as the melding's.
use super::{Context, Draft, DraftField, Drafted, Fields, Part, place::lies_in};
use crate::{
    report::{Look, VttContact, VttDraft, VttField, VttState},
    text::Line,
};

impl DraftField for VttField {
    fn pointer(self) -> String {
        self.as_str().to_owned()
    }

    fn at(pointer: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| lies_in(pointer, field.as_str()).is_some())
    }

    fn most(self) -> Option<usize> {
        match self {
            Self::State => None,
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

impl Fields for VttDraft {
    type Field = VttField;
    type Note = VttContact;

    fn of(note: &VttContact) -> Self {
        let text = |line: &Line| line.as_str().to_owned();
        let of = |state| Self { state: Some(state), ..Self::default() };
        match note {
            VttContact::Reported { who, when, reference } => {
                let reference = reference.as_ref().map(text).unwrap_or_default();
                Self { who: text(who), when: text(when), reference, ..of(VttState::Reported) }
            }
            VttContact::Advised {} => of(VttState::Advised),
            VttContact::NotReached {} => of(VttState::NotReached),
            VttContact::NotYet { why } => Self { why: text(why), ..of(VttState::NotYet) },
        }
    }

    fn read(&self, look: &mut Look<VttField>, _context: &Context<'_>) -> Option<VttContact> {
        look.vtt(self)
    }

    fn warn(&self, look: &mut Look<VttField>) {
        let texts = match self.state {
            Some(VttState::Reported) => {
                vec![(VttField::Who, &self.who), (VttField::When, &self.when), (VttField::Reference, &self.reference)]
            }
            Some(VttState::NotYet) => vec![(VttField::Why, &self.why)],
            Some(VttState::Advised | VttState::NotReached) | None => Vec::new(),
        };
        texts.into_iter().for_each(|(field, text)| look.warn_of_bsn(field, text));
    }
}

impl Draft for VttDraft {}

impl Drafted for VttContact {
    type Draft = VttDraft;
}

macro_rules! parts {
    ($($name:ident: $type:ty = $field:ident),+ $(,)?) => { $(
        #[doc = concat!("Where `", stringify!($name), "` is in the draft.")]
        #[must_use]
        pub fn $name() -> Part<VttDraft, $type, VttField> {
            Part { field: VttField::$field, get: |draft| &draft.$name, get_mut: |draft| &mut draft.$name }
        }
    )+ };
}
parts!(state: Option<VttState> = State, who: String = Who, when: String = When, reference: String = Reference, why: String = Why);
