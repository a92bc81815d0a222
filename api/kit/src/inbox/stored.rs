//! The stored forms of the inbox.
use crate::store::cell::{self, Cell, Pointers, Reports};
use serde::{Deserialize, Serialize};
use shared::{
    case::Progress,
    id::{CaseId, StatusKey},
    moment::{Day, Moment},
    report::{Channel, Report},
};

/// A report as it waits in the inbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredReport {
    /// The record's id, which becomes the case's.
    pub id: CaseId,
    /// When it came in.
    #[serde(rename = "ontvangen")]
    pub received: Moment,
    /// The promise.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// How it came in.
    #[serde(rename = "kanaal")]
    pub channel: Channel,
    /// The report.
    #[serde(rename = "melding")]
    pub report: Report,
    /// The key of the melder's status.
    #[serde(rename = "statussleutel")]
    pub status_key: StatusKey,
}

impl StoredReport {
    /// The cell of the report with this id.
    #[must_use]
    pub fn cell(id: &CaseId) -> Cell<Reports, Self> {
        cell::report(id)
    }
}

/// The value under a status key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredStatus {
    /// The melder's view; `None` once the code was ended.
    #[serde(rename = "voortgang")]
    pub progress: Option<Progress>,
    /// The day it came in.
    #[serde(rename = "gemeldOp")]
    pub received: Day,
    /// The promise.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// The fingerprint of the body, to distinguish a retry from another melding under the same key.
    #[serde(rename = "kenmerk")]
    pub fingerprint: String,
}

/// A pointer from an arrival number to its report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredArrival {
    /// The report's id.
    pub id: CaseId,
}

impl StoredArrival {
    /// The cell with the pointer of this arrival.
    #[must_use]
    pub fn cell(number: i64) -> Cell<Pointers, Self> {
        cell::arrival(number)
    }
}
