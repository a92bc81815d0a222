//! The one thread that writes.
//!
//! It takes all that waits, does it in one transaction, and answers after the commit: many writes share one flush of
//! the disk and none is acknowledged sooner than alone. When the disk fails, every write of that transaction is told
//! so, and the connection is thrown away: what it thinks to know about the log is no longer sure.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use super::write::{Failure, apply};
use super::{Done, Options, Write, open, unavailable};
use crate::StoreError;

/// One write that somebody waits for.
pub(super) struct Job {
    pub label: Arc<str>,
    pub write: Write,
    pub reply: Box<dyn FnOnce(Result<Done, StoreError>) + Send>,
}

/// At most this many writes in one transaction, so that the first doesn't wait for the last of a long queue.
const BATCH: usize = 512;

/// The handle of the thread. Dropping it finishes what waits.
pub(super) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(path: &Path, options: &Options) -> Result<Self, StoreError> {
        let (jobs, waiting) = channel();
        let (path, options): (Box<Path>, Options) = (path.into(), options.clone());
        let thread = std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || run(&path, &options, &waiting))
            .map_err(|error| StoreError::Unavailable(format!("starting the writer: {error}")))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) fn submit(&self, job: Job) {
        let refused = match &self.jobs {
            Some(jobs) => jobs.send(job).err().map(|unsent| unsent.0),
            None => Some(job),
        };
        if let Some(job) = refused {
            (job.reply)(Err(StoreError::Unavailable("the store is closed".into())));
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // a writer that panicked has answered nobody; there is nothing to add here
            let _ended = thread.join();
        }
    }
}

/// How long to wait before trying again to empty the log of what was removed, while readers still look at it.
const EMPTY_AGAIN: Duration = Duration::from_millis(200);

fn run(path: &Path, options: &Options, waiting: &Receiver<Job>) {
    let mut connection = None;
    let mut removed = false;
    while let Some(first) = next(waiting, &mut connection, &mut removed) {
        let mut batch = vec![first];
        batch.extend(waiting.try_iter().take(BATCH - 1));
        removed |= batch.iter().any(|job| matches!(job.write, Write::DeleteMany(_)));
        match write(path, options, &mut connection, &batch) {
            Ok(results) => {
                for (job, result) in batch.into_iter().zip(results) {
                    (job.reply)(result);
                }
            }
            Err(error) => {
                connection = None;
                let error = unavailable("writing", &error);
                for job in batch {
                    (job.reply)(Err(error.clone()));
                }
            }
        }
    }
}

/// The next job. When something was removed and nobody waits, the log is first emptied into the file: until then what
/// was removed still stands in it.
fn next(waiting: &Receiver<Job>, connection: &mut Option<Connection>, removed: &mut bool) -> Option<Job> {
    loop {
        if !*removed {
            return waiting.recv().ok();
        }
        match waiting.try_recv() {
            Ok(job) => return Some(job),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {}
        }
        *removed = match connection.as_ref().map(open::empty_log) {
            Some(Ok(emptied)) => !emptied,
            // what the connection thinks to know about the log is no longer sure
            Some(Err(_)) => {
                *connection = None;
                false
            }
            None => false,
        };
        if *removed {
            match waiting.recv_timeout(EMPTY_AGAIN) {
                Ok(job) => return Some(job),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// The results of every job, after they are durable; or the error that undid them all.
fn write(
    path: &Path,
    options: &Options,
    connection: &mut Option<Connection>,
    batch: &[Job],
) -> rusqlite::Result<Vec<Result<Done, StoreError>>> {
    let connection = match connection {
        Some(connection) => connection,
        None => connection.insert(open::connect(path, options)?),
    };
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let mut results = Vec::with_capacity(batch.len());
    for job in batch {
        match apply(connection, &job.label, &job.write) {
            Ok(done) => results.push(Ok(done)),
            Err(Failure::Own(error)) => results.push(Err(error)),
            Err(Failure::Shared(error)) => return Err(error),
        }
    }
    connection.execute_batch("COMMIT")?;
    Ok(results)
}
