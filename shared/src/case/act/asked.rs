use super::{ActKind, Asker, Context, Refusal, Rejection, first, kmt, lead, rights, rules, second, table::rows, vtt};
use crate::case::{
    Case, Event, Exclusion, Proposal, RightsEvent,
    notes::{
        Assignment, Attempt, Confirmation, ContactNote, Discussed, EarlyEnd, EarlyUntold, EndDate, FeedbackNote,
        FormSheet, GoingBack, JoinUnder, KmtCheck, KmtEnd, KmtQuestion, KmtReply, MeetingNote, MeldcodeNote, NoContact,
        Plan, Question, QuestionResult, Reason, ReceiversAnswer, Remark, Ruling, SafetyCorrection, SourceNote,
        TableDay, Task, TaskResult, VttNote,
        rights::{Advice, Correction, Deferral, Identified, Informed, Request, TakenOver, Why},
    },
};
use serde::{Deserialize, Serialize};

/// The content of an act that has one, as a pattern and as a value.
macro_rules! keep {
    ($note:ident, $content:ty) => {
        $note
    };
}

/// The result of an act.
macro_rules! make {
    (stores $made:path; ($case:expr, $context:expr) $($note:expr)?) => { Ok($made $(($note))?) };
    (rights $made:path; ($case:expr, $context:expr) $($note:expr)?) => { Ok(Event::Rights($made $(($note))?)) };
    (proposes $made:path; ($case:expr, $context:expr) $($note:expr)?) => { Ok(Event::Proposed($made $(($note))?)) };
    (decides $made:path; ($case:expr, $context:expr) $($note:expr)?) => { $made($case, $($note,)? $context) };
}

macro_rules! acts {
    (
        case { $(
            $(#[$doc:meta])*
            $name:ident $(($content:ty))? = $wire:literal {
                $steps:expr => $leads:expr, may: $action:ident
                $(, agrees: $needs:ident)? $(, goes_on: $goes:literal)? $(, first: $first:path)?;
                $how:ident $made:path $(, told $event:pat)? $(, waits $proposal:pat)?
            }
        )+ }
        older { $($(#[$old_doc:meta])* $old:ident = $old_wire:literal => $old_kind:ident),+ $(,)? }
        register { $(
            $(#[$own_doc:meta])*
            $own:ident = $own_wire:literal { may: $own_action:ident $(, agrees: $own_needs:ident)? $(; told $own_event:pat)? }
        )+ }
    ) => {
        /// An act on a case as sent (opdracht): `{"soort": "contact", "inhoud": {…}}`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(transform = crate::optional::content))]
        #[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
        pub enum Act {
            $($(#[$doc])* #[serde(rename = $wire)] $name $(($content))?,)+
            $($(#[$old_doc])* #[serde(rename = $old_wire)] $old,)+
        }

        impl Act {
            /// The kind of act.
            #[must_use]
            pub fn kind(&self) -> ActKind {
                match self {
                    $(Self::$name { .. } => ActKind::$name,)+
                    $(Self::$old => ActKind::Agree,)+
                }
            }

            /// The result, for an act that is possible in this step.
            pub(super) fn event(self, case: &Case, context: &Context<'_>) -> Result<Event, Refusal> {
                match self {
                    $(Self::$name $((keep!(note, $content)))? => {
                        make!($how $made; (case, context) $(keep!(note, $content))?)
                    })+
                    $(Self::$old => second::agree(case, Some(ActKind::$old_kind), context),)+
                }
            }
        }

        /// The precondition of an act of this kind, independent of its content.
        pub(super) fn ready(kind: ActKind, case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
            match kind {
                $(ActKind::$name => {
                    $($first(case, asker)?;)?
                })+
                $(ActKind::$own => {})+
            }
            Ok(())
        }
    };
}

rows!(acts);
