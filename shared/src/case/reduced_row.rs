use super::{Row, Step};
use crate::{
    id::{CaseId, CaseNumber},
    moment::Day,
};
use serde::{Deserialize, Serialize};

/// The part of a colleague's case that an AF may see: that it exists, its step, and its deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReducedRow {
    /// Which case, to open it with a reason.
    pub id: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// Its step.
    #[serde(rename = "stap")]
    pub step: Step,
    /// The last day for it; none when nothing is urgent.
    #[serde(rename = "uiterlijk")]
    pub due: Option<Day>,
    /// Whether it is urgent: not why.
    #[serde(rename = "spoed", default)]
    pub urgent: bool,
}

impl From<&Row> for ReducedRow {
    fn from(row: &Row) -> Self {
        Self { id: row.id.clone(), number: row.number, step: row.step, due: row.due, urgent: row.urgent }
    }
}
