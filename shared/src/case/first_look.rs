//! That an AF opened a report for the first time after it came in.
//!
//! It is no event: nothing changes by it that a colleague who reads the case at that moment has to know of, so the
//! revision stays as it was. It stands beside the events, is written once, and never changed.
use crate::{id::AccountId, moment::Moment};
use serde::{Deserialize, Serialize};

/// Who opened it first, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstLook {
    /// The AF.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
}
