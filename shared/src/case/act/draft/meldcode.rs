use super::{Context, Draft};
use crate::{
    answer::YesNo,
    case::notes::{MeldcodeNote, MeldcodePart},
    report::{FindingCode, Look},
    text::Prose,
};

draft!(
    /// A part of the meldcode, as typed.
    MeldcodeDraft, MeldcodeField of MeldcodeNote
    fields {
        /// The part.
        part: MeldcodePart = Part "onderdeel",
        /// The answer to a question.
        answer: Option<YesNo> = Answer "antwoord",
        /// The reasoning.
        why: Prose = Why "waarom",
    }
);

impl Draft for MeldcodeDraft {
    fn asked(mut self) -> Self {
        if !self.part.is_some_and(MeldcodePart::is_question) {
            self.answer = None;
        }
        self
    }

    fn rules(&self, look: &mut Look<MeldcodeField>, _: &Context<'_>) {
        let asked = self.part.is_some_and(MeldcodePart::is_question);
        look.demand(!asked || self.answer.is_some(), MeldcodeField::Answer, FindingCode::Required);
    }
}
