//! One file: its writer, its readers.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::job::Job;
use super::writer::Writer;
use super::{Options, Sqlite, open, unavailable};
use crate::StoreError;

/// A SQLite file that holds any number of labels. Closing (dropping the last handle) finishes waiting writes, and
/// empties the log into the file.
pub struct Database {
    // dropped in this order: the writer ends first, the last reader then empties the log
    writer: Writer,
    readers: Mutex<Vec<Connection>>,
    path: Box<Path>,
    options: Options,
    /// Never used, and closed last: as long as one connection is open, nobody rebuilds the index of the log from a log
    /// whose flush failed.
    _keeper: Mutex<Connection>,
}

/// Idle readers beyond this many are closed.
const IDLE_READERS: usize = 8;

impl Database {
    /// Opens or makes the file at `path` and starts its writer.
    pub fn open(path: &Path, options: &Options) -> Result<Arc<Self>, StoreError> {
        let keeper = open::prepare(path, options)?;
        Ok(Arc::new(Self {
            writer: Writer::start(path, options)?,
            readers: Mutex::new(Vec::new()),
            path: path.into(),
            options: options.clone(),
            _keeper: Mutex::new(keeper),
        }))
    }

    /// The store of one label in this file.
    #[must_use]
    pub fn label(self: &Arc<Self>, label: &str) -> Sqlite {
        Sqlite::new(Arc::clone(self), label)
    }

    /// Hands a job to the writer. If its reply is dropped uncalled, the store was closed and nothing was written.
    pub(super) fn submit(&self, job: Job) {
        self.writer.submit(job);
    }

    /// A way to hand over jobs without keeping the file open.
    pub(super) fn post(&self) -> Option<Sender<Job>> {
        self.writer.post()
    }

    /// Runs `read` on a connection of its own, which no writer blocks.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.connect_reader()?,
        };
        let result = read(&connection).map_err(|error| unavailable("reading", &error))?;
        let mut idle = self.idle();
        if idle.len() < IDLE_READERS {
            idle.push(connection);
        }
        Ok(result)
    }

    fn connect_reader(&self) -> Result<Connection, StoreError> {
        let connect = || {
            let connection = open::connect(&self.path, &self.options)?;
            connection.pragma_update(None, "query_only", "ON")?;
            Ok(connection)
        };
        connect().map_err(|error| unavailable("opening for reading", &error))
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Database").field("path", &self.path).finish_non_exhaustive()
    }
}
