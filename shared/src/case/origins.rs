//! What a case begins with.
use crate::{
    id::{AccountId, CaseId, CaseNumber, StatusKey},
    moment::{Day, Moment},
    report::{Channel, Report},
};
use serde::{Deserialize, Serialize};

/// The facts of a case that never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// When the report came in.
    #[serde(rename = "ontvangen")]
    pub received: Moment,
    /// The last day for contact, as promised to the melder.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// How it came in.
    #[serde(rename = "kanaal")]
    pub channel: Channel,
    /// The melder's own words.
    #[serde(rename = "melding")]
    pub report: Report,
    /// The first key of the melder's status.
    #[serde(rename = "statussleutel")]
    pub status_key: StatusKey,
    /// The AFs who had a function at take-in that the melder excluded: they stay excluded when their function changes.
    #[serde(rename = "uitgesloten", default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<AccountId>,
}
