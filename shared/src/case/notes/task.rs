//! Tasks of the investigation: what somebody is to find out, and what came of it.
use crate::{
    moment::Day,
    text::{Line, Prose},
};

note!(
    /// Something to find out for the investigation, by a person and by a day.
    Task {
        /// What is to be done.
        #[serde(rename = "wat")]
        what: Line,
        /// Who does it: an AF or another colleague.
        #[serde(rename = "wie")]
        who: Line,
        /// The last day for it.
        #[serde(rename = "uiterlijk")]
        by: Day,
    }
);
note!(
    /// What came of a task.
    TaskResult {
        /// Which task, counted from 0.
        #[serde(rename = "taak")]
        task: usize,
        /// What came of it, also when that is nothing.
        #[serde(rename = "uitkomst")]
        outcome: Prose,
    }
);
