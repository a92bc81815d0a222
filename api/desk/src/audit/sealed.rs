//! How far the audit's chain is.
use kit::store::cell::{self, Cases, Cell};
use serde::{Deserialize, Serialize};
use shared::{audit::Head, moment::Moment};

/// How far the chain is, as stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredSeal {
    #[serde(rename = "kop")]
    pub head: Head,
    /// The last number issued at a moment. Once that moment is long past, earlier numbers without a line will never get
    /// one.
    #[serde(rename = "gezien")]
    pub seen: (i64, Moment),
}

impl StoredSeal {
    /// Its cell.
    pub(super) const CELL: Cell<Cases, Self> = cell::audit_seal();
}

#[cfg(test)]
impl StoredSeal {
    pub(super) fn at(head: Head, seen: (i64, Moment)) -> Self {
        Self { head, seen }
    }
}
