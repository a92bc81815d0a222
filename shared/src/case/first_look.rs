//! What was seen of a case: that an AF opened it for the first time after it came in, and which revision somebody read.
//!
//! The first look is no event: nothing changes by it that a colleague who reads the case at that moment has to know of, so the
//! revision stays as it was. It stands beside the events, is written once, and never changed.
use super::{Case, Event};
use crate::{
    id::{AccountId, Revision},
    moment::Moment,
    report::Channel,
};
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

impl Case {
    /// The same, opened by this AF; as it was, when somebody knows of it already.
    #[must_use]
    pub fn opened_by(self, by: &AccountId, at: Moment) -> Self {
        if self.is_opened() { self } else { self.with_first_look(FirstLook { by: by.clone(), at }) }
    }

    /// Whether an AF knows what it says: somebody opened it, wrote it down by phone, or did something with it. What was
    /// done shows it for cases of before the first look was kept.
    #[must_use]
    pub fn is_opened(&self) -> bool {
        let noted = match self.origins().channel {
            Channel::Phone { .. } => true,
            Channel::Form {} => false,
        };
        self.first_look().is_some() || noted || !self.entries().is_empty()
    }

    /// One more than the number of entries: every write adds exactly one.
    #[must_use]
    pub fn revision(&self) -> Revision {
        Revision(self.entries().len() as u64 + 1)
    }

    /// Whether who saw this revision saw all that matters for what they do now: since then it was opened, at most.
    #[must_use]
    pub fn is_as_seen_at(&self, revision: Revision) -> bool {
        let seen = revision.0.checked_sub(1).and_then(|seen| usize::try_from(seen).ok());
        let since = seen.and_then(|seen| self.entries().get(seen..));
        since.is_some_and(|entries| entries.iter().all(|entry| matches!(entry.event, Event::Opened(_))))
    }
}
