//! Questions to the melder (vragen aan de melder). They are the only words of an AF that the melder's status shows.
use crate::{moment::Moment, text::Prose};
use serde::{Deserialize, Serialize};

note!(
    /// A question to the melder, who reads it with the code.
    Question {
        /// The question.
        #[serde(rename = "vraag")]
        text: Prose,
    }
);
note!(
    /// A question that needs no answer from the melder any more: they told it, or it does not matter now.
    QuestionResult {
        /// Which question, counted from 0.
        #[serde(rename = "vraag")]
        question: usize,
        /// What the melder said, or why the question falls. The melder does not read it.
        #[serde(rename = "uitkomst")]
        outcome: Prose,
    }
);

/// What the melder answered, with the code. It is no event, because nobody with an account did it; it stands beside the
/// events, and the revision of the case stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReporterAnswer {
    /// Which question, counted from 0.
    #[serde(rename = "vraag")]
    pub question: usize,
    /// The answer, in the melder's own words.
    #[serde(rename = "antwoord")]
    pub text: Prose,
    /// When it came.
    #[serde(rename = "op")]
    pub at: Moment,
}
