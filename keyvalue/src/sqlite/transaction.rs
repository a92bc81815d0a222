//! The connection that writes, and the transaction that is open on it.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::fate::{Fate, Outcome, lost};
use super::job::{Job, Reply, check};
use super::write::{Failure, apply};
use super::{Done, Options, Write, open, unavailable};
use crate::StoreError;

/// Somebody who waits for the commit.
type Waiting = Reply<()>;

/// The writing connection. It is dropped when the disk fails, because its view of the log may then be wrong.
pub(super) struct Transaction {
    path: Box<Path>,
    options: Options,
    connection: Option<Connection>,
    /// Set while a transaction is open.
    open: Option<Open>,
}

struct Open {
    since: Instant,
    fate: Fate,
}

impl Transaction {
    pub(super) fn new(path: &Path, options: &Options) -> Self {
        Self { path: path.into(), options: options.clone(), connection: None, open: None }
    }

    /// How long a transaction has been open; `None` if all issued numbers are durable.
    pub(super) fn age(&self) -> Option<Duration> {
        self.open.as_ref().map(|open| open.since.elapsed())
    }

    /// Does all of these in one transaction. Numbers are answered at once; if somebody waits for the disk, it is
    /// committed, and they are answered after that.
    pub(super) fn run(&mut self, batch: Vec<Job>) {
        let mut waiting = Vec::new();
        let mut jobs = batch.into_iter();
        while let Some(job) = jobs.next() {
            if let Err(error) = self.start(job, &mut waiting) {
                let error = self.fail(&error, waiting);
                return jobs.for_each(|job| job.refuse(error.clone()));
            }
        }
        if !waiting.is_empty() {
            self.commit_for(waiting);
        }
    }

    /// Writes the issued numbers.
    pub(super) fn commit(&mut self) {
        self.commit_for(Vec::new());
    }

    /// Empties the log into the file; `false`: somebody still reads an older state. No transaction may be open.
    pub(super) fn empty_log(&mut self) -> bool {
        match self.connection.as_ref().map(open::empty_log) {
            Some(Ok(emptied)) => emptied,
            Some(Err(_)) => {
                self.connection = None;
                true
            }
            None => true,
        }
    }

    /// Does one of them. An error has lost the transaction; the job itself was then answered.
    fn start(&mut self, job: Job, waiting: &mut Vec<Waiting>) -> rusqlite::Result<()> {
        match job {
            Job::Write { label, write, after, reply } => match self.apply(&label, &write, &after) {
                Ok(done) => waiting.push(Box::new(move |kept| reply(kept.map(|()| done)))),
                Err(Failure::Own(error)) => waiting.push(Box::new(move |kept| reply(kept.and(Err(error))))),
                Err(Failure::Shared(error)) => {
                    reply(Err(unavailable("writing", &error)));
                    return Err(error);
                }
            },
            Job::Number { label, key, delta, after, reply } => match self.number(&label, key, delta, &after) {
                Ok(number) => reply(Ok(number)),
                Err(Failure::Own(error)) => reply(Err(error)),
                Err(Failure::Shared(error)) => {
                    reply(Err(unavailable("writing", &error)));
                    return Err(error);
                }
            },
            Job::Settle { fate, reply } => match fate.outcome() {
                Some(Outcome::Durable) => reply(Ok(())),
                Some(Outcome::Lost) => reply(Err(lost())),
                // of the transaction that is open: there is one at a time
                None => waiting.push(reply),
            },
        }
        Ok(())
    }

    fn number(&mut self, label: &str, key: String, delta: i64, after: &[Fate]) -> Result<(i64, Fate), Failure> {
        match self.apply(label, &Write::Increment(key, delta), after)? {
            Done::Count(count) => Ok((count, self.open.as_ref().map(|open| open.fate.clone()).unwrap_or_default())),
            Done::Written | Done::Swap(_) => Err(Failure::Own(super::store::mixed_up())),
        }
    }

    fn apply(&mut self, label: &str, write: &Write, after: &[Fate]) -> Result<Done, Failure> {
        check(after)?;
        apply(self.begun()?, label, write)
    }

    /// The connection with a transaction open.
    fn begun(&mut self) -> rusqlite::Result<&Connection> {
        let connection = match &mut self.connection {
            Some(connection) => connection,
            none => none.insert(open::connect(&self.path, &self.options)?),
        };
        if self.open.is_none() {
            connection.execute_batch("BEGIN IMMEDIATE")?;
            self.open = Some(Open { since: Instant::now(), fate: Fate::default() });
        }
        Ok(connection)
    }

    fn commit_for(&mut self, waiting: Vec<Waiting>) {
        let committed = match (&self.connection, &self.open) {
            (Some(connection), Some(_)) => connection.execute_batch("COMMIT"),
            // everyone was refused before anything began
            (Some(_) | None, None) | (None, Some(_)) => Ok(()),
        };
        match committed {
            Ok(()) => {
                self.end(Outcome::Durable);
                waiting.into_iter().for_each(|reply| reply(Ok(())));
            }
            Err(error) => drop(self.fail(&error, waiting)),
        }
    }

    /// The transaction is lost: every waiting caller gets the error, and every number from it becomes unusable.
    fn fail(&mut self, error: &rusqlite::Error, waiting: Vec<Waiting>) -> StoreError {
        self.connection = None;
        self.end(Outcome::Lost);
        let error = unavailable("writing", error);
        waiting.into_iter().for_each(|reply| reply(Err(error.clone())));
        error
    }

    fn end(&mut self, outcome: Outcome) {
        if let Some(open) = self.open.take() {
            open.fate.decide(outcome);
        }
    }
}
