use super::{Context, Draft, DraftField, Drafted, Fields};
use crate::{
    case::{
        Exclusion,
        act::{Act, ActKind, Rejection, table::rows},
        notes::{
            Assignment, Attempt, Confirmation, ContactNote, Discussed, EarlyEnd, EarlyUntold, EndDate, FeedbackNote,
            FormSheet, GoingBack, JoinUnder, KmtCheck, KmtEnd, KmtQuestion, KmtReply, MeetingNote, MeldcodeNote,
            NoContact, Plan, Question, QuestionResult, Reason, ReceiversAnswer, Remark, Ruling, SafetyCorrection,
            SourceNote, TableDay, Task, TaskResult, VttNote,
            rights::{Advice, Correction, Deferral, Identified, Informed, Request, TakenOver, Why},
        },
    },
    report::{Finding, Look},
};
use serde::{Deserialize, Serialize};

/// The draft of an act that has content.
macro_rules! keep {
    ($draft:ident, $content:ty) => {
        $draft
    };
}

/// The result of a valid draft: the act. An act without content is its own result.
macro_rules! checked {
    ($made:path, $context:ident) => {
        Ok($made)
    };
    ($made:path, $context:ident, $draft:expr) => {
        $draft.check($context).map($made).map_err(in_body)
    };
}

macro_rules! drafts {
    (
        case { $($(#[$doc:meta])* $name:ident $(($content:ty))? = $wire:literal { $($row:tt)* })+ }
        older { $($(#[$old_doc:meta])* $old:ident = $old_wire:literal => $old_kind:ident),+ $(,)? }
        register { $($register:tt)* }
    ) => {
        /// The draft of an act on the wire: `{"soort": "contact", "inhoud": {…}}`. The content of a valid act is a
        /// valid draft.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(transform = crate::optional::content))]
        #[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
        pub enum ActDraft {
            $($(#[$doc])* #[serde(rename = $wire)] $name $((<$content as Drafted>::Draft))?,)+
            $($(#[$old_doc])* #[serde(rename = $old_wire)] $old,)+
        }

        impl ActDraft {
            /// The kind of act.
            #[must_use]
            pub fn kind(&self) -> ActKind {
                match self {
                    $(Self::$name { .. } => ActKind::$name,)+
                    $(Self::$old => ActKind::Agree,)+
                }
            }

            /// The act, or everything that is wrong, by JSON pointer (RFC 6901) into the body.
            ///
            /// # Errors
            /// At least one finding.
            pub fn check(&self, context: &Context<'_>) -> Result<Act, Vec<Finding<String>>> {
                match self {
                    $(Self::$name $((keep!(draft, $content)))? => checked!(Act::$name, context $(, keep!(draft, $content))?),)+
                    $(Self::$old => Ok(Act::$old),)+
                }
            }
        }
    };
}

rows!(drafts);

fn in_body<F: DraftField>(found: Vec<Finding<F>>) -> Vec<Finding<String>> {
    let pointed = |Finding { field, code }: Finding<F>| Finding { field: format!("/inhoud{}", field.pointer()), code };
    found.into_iter().map(pointed).collect()
}

/// The field of a draft that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoField {}

impl DraftField for NoField {
    fn pointer(self) -> String {
        match self {}
    }
    fn at(_: &str) -> Option<Self> {
        None
    }
    fn most(self) -> Option<usize> {
        match self {}
    }
    fn item(self) -> Option<usize> {
        match self {}
    }
    fn all() -> Vec<Self> {
        Vec::new()
    }
}

/// Agreeing only names the act that is agreed to.
impl Fields for Option<ActKind> {
    type Field = NoField;
    type Note = Self;

    fn of(note: &Self) -> Self {
        *note
    }

    fn read(&self, _: &mut Look<NoField>, _: &Context<'_>) -> Option<Self> {
        Some(*self)
    }

    fn warn(&self, _: &mut Look<NoField>) {}
}

impl Draft for Option<ActKind> {}

impl Drafted for Option<ActKind> {
    type Draft = Self;
}

#[cfg(test)]
mod tests {
    use super::{super::tests::with, *};
    use crate::report::FindingCode;
    use serde_json::{Value, json};

    fn checked(body: Value) -> Result<Act, Vec<Finding<String>>> {
        let draft: ActDraft = serde_json::from_value(body).unwrap();
        with(|context| draft.check(context))
    }

    #[test]
    fn a_body_is_an_act_or_has_findings_at_its_fields() {
        let body = json!({"soort": "onderzoek-starten", "inhoud": {"vraag": "Wie?", "einddatum": "2026-05-20"}});
        let act: Act = serde_json::from_value(body.clone()).unwrap();
        assert_eq!(checked(body), Ok(act));
        let over = checked(json!({"soort": "onderzoek-starten", "inhoud": {"vraag": " ", "einddatum": "2026-04-01"}}));
        let finding = |field: &str, code| Finding { field: field.to_owned(), code };
        let expected =
            [finding("/inhoud/vraag", FindingCode::Required), finding("/inhoud/einddatum", FindingCode::EndDateInPast)];
        assert_eq!(over.unwrap_err(), expected);
    }

    #[test]
    fn acts_without_content_are_read_as_before() {
        for kind in ["naar-beslismoment", "afsluiten", "nieuwe-code", "eigen-melding", "geen-terugkoppeling-akkoord"] {
            let act: Act = serde_json::from_value(json!({"soort": kind})).unwrap();
            assert_eq!(checked(json!({"soort": kind})), Ok(act), "{kind}");
        }
        assert_eq!(checked(json!({"soort": "akkoord"})), Ok(Act::Agree(None)));
        let named = json!({"soort": "akkoord", "inhoud": "uitsluiting-opheffen"});
        assert_eq!(checked(named), Ok(Act::Agree(Some(ActKind::ProposeLift))));
    }

    #[test]
    fn an_act_with_content_is_not_read_without_it() {
        assert!(serde_json::from_value::<ActDraft>(json!({"soort": "contact"})).is_err());
    }
}
