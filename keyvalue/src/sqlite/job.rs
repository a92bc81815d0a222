//! The jobs of the writer.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::fate::{Fate, Outcome, lost};
use super::{Done, Write};
use crate::StoreError;

/// Called once, from the writer's thread, with how it went.
pub(super) type Reply<T> = Box<dyn FnOnce(Result<T, StoreError>) + Send>;

/// Something that somebody waits for.
pub(super) enum Job {
    /// A write, answered when it is durable.
    Write {
        label: Arc<str>,
        write: Write,
        /// The numbers that the caller holds in this file: if one was lost, nothing is written.
        after: Vec<Fate>,
        reply: Reply<Done>,
    },
    /// An increment of a counter, answered at once: it becomes durable with the next write to this file.
    Number { label: Arc<str>, key: String, delta: i64, after: Vec<Fate>, reply: Reply<(i64, Fate)> },
    /// Nothing to write, answered when the numbers issued before are durable.
    Settle { fate: Fate, reply: Reply<()> },
}

impl Job {
    /// Answers that it was not done.
    pub(super) fn refuse(self, error: StoreError) {
        match self {
            Self::Write { reply, .. } => reply(Err(error)),
            Self::Number { reply, .. } => reply(Err(error)),
            Self::Settle { reply, .. } => reply(Err(error)),
        }
    }

    /// Whether it removes something, which is then to disappear from the log too.
    pub(super) fn removes(&self) -> bool {
        match self {
            Self::Write { write: Write::DeleteMany(_), .. } => true,
            Self::Write {
                write: Write::Set(..) | Write::SetMany(_) | Write::Increment(..) | Write::Swap { .. },
                ..
            }
            | Self::Number { .. }
            | Self::Settle { .. } => false,
        }
    }
}

/// The error of a store whose writer has stopped.
pub(super) fn closed() -> StoreError {
    StoreError::Unavailable("the store is closed".into())
}

/// Hands a job to the writer that reads from there.
pub(super) fn send(writer: &Sender<Job>, job: Job) {
    if let Err(unsent) = writer.send(job) {
        unsent.0.refuse(closed());
    }
}

/// Refuses a caller that holds a lost number: it may have been given to another caller since.
pub(super) fn check(after: &[Fate]) -> Result<(), StoreError> {
    let is_lost = |fate: &Fate| fate.outcome() == Some(Outcome::Lost);
    if after.iter().any(is_lost) { Err(lost()) } else { Ok(()) }
}
