use super::Draft;
use crate::{
    case::notes::{Question, QuestionResult},
    text::Prose,
};

draft!(
    /// A question to the melder, as typed.
    QuestionDraft, QuestionField of Question
    fields {
        /// The question.
        text: Prose = Text "vraag",
    }
);
draft!(
    /// What settles a question to the melder, as typed.
    QuestionResultDraft, QuestionResultField of QuestionResult
    fields {
        /// Which question, counted from 0.
        question: usize = Question "vraag",
        /// What the melder said, or why it falls.
        outcome: Prose = Outcome "uitkomst",
    }
);

impl Draft for QuestionDraft {}

impl Draft for QuestionResultDraft {}
