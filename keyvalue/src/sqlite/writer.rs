//! The thread that does all writes to a file.
//!
//! It does all waiting writes in one transaction, and answers after the commit. So many writes share one flush, and
//! none is acknowledged before it is durable. When the disk fails, every write of that transaction is refused.
//!
//! A number is issued before the commit. Its transaction stays open for the write that uses the number, so that both
//! share one flush; if none follows within [`HOLD`], the number is written by itself. As long as the transaction is
//! open, no other process can write to the file, so none can be given the same number.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Options;
use super::job::{Job, closed, send};
use super::transaction::Transaction;
use crate::StoreError;

/// At most this many jobs in one transaction, so that the first doesn't wait for the last of a long queue.
const BATCH: usize = 512;

/// How long a transaction stays open for the write that uses its numbers. Much shorter than other processes wait for
/// the file, and long enough for nearly every request.
const HOLD: Duration = Duration::from_millis(100);

/// The wait before trying again to empty the log of removed values, while readers still use it.
const EMPTY_AGAIN: Duration = Duration::from_millis(200);

/// The handle of the thread. Dropping it finishes what waits.
pub(super) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(path: &Path, options: &Options) -> Result<Self, StoreError> {
        let (jobs, waiting) = channel();
        let transaction = Transaction::new(path, options);
        let thread = std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || Thread { waiting, transaction, removed: false }.run())
            .map_err(|error| StoreError::Unavailable(format!("starting the writer: {error}")))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) fn submit(&self, job: Job) {
        match &self.jobs {
            Some(jobs) => send(jobs, job),
            None => job.refuse(closed()),
        }
    }

    /// A way to hand over jobs later. The writer runs until it is dropped.
    pub(super) fn post(&self) -> Option<Sender<Job>> {
        self.jobs.clone()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        // an answer may hold the last handle of the file: then this is the writer itself, which ends after it
        let writer = self.thread.take().filter(|thread| thread.thread().id() != std::thread::current().id());
        if let Some(thread) = writer {
            // a writer that panicked has answered nobody; there is nothing to add here
            let _ended = thread.join();
        }
    }
}

struct Thread {
    waiting: Receiver<Job>,
    transaction: Transaction,
    /// Something was removed that is still in the log.
    removed: bool,
}

impl Thread {
    fn run(mut self) {
        while let Some(first) = self.next() {
            let mut batch = vec![first];
            batch.extend(self.waiting.try_iter().take(BATCH - 1));
            self.removed |= batch.iter().any(Job::removes);
            self.transaction.run(batch);
        }
    }

    /// The next job; `None` when the store is closed and everything is written.
    fn next(&mut self) -> Option<Job> {
        if let Some(age) = self.transaction.age() {
            match self.waiting.recv_timeout(HOLD.saturating_sub(age)) {
                Ok(job) => return Some(job),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => self.transaction.commit(),
            }
        }
        while self.removed {
            match self.waiting.try_recv() {
                Ok(job) => return Some(job),
                Err(TryRecvError::Disconnected) => return None,
                Err(TryRecvError::Empty) => self.removed = !self.transaction.empty_log(),
            }
            if self.removed {
                match self.waiting.recv_timeout(EMPTY_AGAIN) {
                    Ok(job) => return Some(job),
                    Err(RecvTimeoutError::Disconnected) => return None,
                    Err(RecvTimeoutError::Timeout) => {}
                }
            }
        }
        self.waiting.recv().ok()
    }
}
