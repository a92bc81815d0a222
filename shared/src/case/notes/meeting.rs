//! What was said in a werkoverleg about a case that was not decided there.
use crate::{
    id::{AccountId, FunctionId},
    moment::Day,
    text::Prose,
};

note!(
    /// Discussed in a werkoverleg, and not decided.
    MeetingNote {
        /// The day of the werkoverleg.
        #[serde(rename = "besprokenOp")]
        held: Day,
        /// The AFs who were there: one of them records it.
        #[serde(rename = "aanwezig")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = super::Ruling::MOST_PEOPLE)))]
        present: Vec<AccountId>,
        /// Who else was there: functions, never names.
        #[serde(rename = "ookAanwezig", default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(length(max = super::Ruling::MOST_PEOPLE)))]
        others: Vec<FunctionId>,
        /// What was said.
        #[serde(rename = "besproken")]
        said: Prose,
        /// What is to be done.
        #[serde(rename = "teDoen")]
        to_do: Option<Prose>,
        /// The day to come back to it.
        #[serde(rename = "opnieuwOp")]
        again: Day,
    }
);
