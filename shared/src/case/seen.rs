//! What was seen of a case: whether an AF opened it, and which revision somebody read.
use super::{Case, Event, FirstLook};
use crate::{
    id::{AccountId, Revision},
    moment::Moment,
};

impl Case {
    /// The same, opened by this AF; as it was, when somebody knows of it already.
    #[must_use]
    pub fn opened_by(mut self, by: &AccountId, at: Moment) -> Self {
        if !self.is_opened() {
            self.opened = Some(FirstLook { by: by.clone(), at });
        }
        self
    }

    /// Whether an AF knows what it says: somebody opened it, wrote it down by phone, or did something with it. What was
    /// done shows it for cases of before the first look was kept.
    #[must_use]
    pub fn is_opened(&self) -> bool {
        let noted = self.origins().channel.noted_by().is_some();
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
        since.is_some_and(|entries| {
            let beside = |event: &Event| matches!(event, Event::Opened(_) | Event::CareOpened(_) | Event::PackKept(_));
            entries.iter().all(|entry| beside(&entry.event))
        })
    }
}
