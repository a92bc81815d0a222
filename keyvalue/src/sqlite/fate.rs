//! The fate of a number that was returned before it was on disk.

use std::sync::{Arc, OnceLock};

use crate::StoreError;

/// The outcome of a transaction, for every holder of a number from it. Empty while it is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Fate(Arc<OnceLock<Outcome>>);

/// How a transaction ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is on the disk.
    Durable,
    /// The disk refused it. Its numbers may be issued again.
    Lost,
}

impl Fate {
    pub(super) fn outcome(&self) -> Option<Outcome> {
        self.0.get().copied()
    }

    /// Decides it, once.
    pub(super) fn decide(&self, outcome: Outcome) {
        // the writer decides each fate once; a second time would change nothing
        let _first = self.0.set(outcome);
    }
}

/// Why a request whose number was lost can write nothing more.
pub(super) fn lost() -> StoreError {
    StoreError::Unavailable("a number of this request could not be written".into())
}
