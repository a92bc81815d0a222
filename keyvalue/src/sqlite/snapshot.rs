//! The content of several files at one moment, to be read while others go on writing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::{Options, inspect, open, read, unavailable};
use crate::{Store, StoreError, Swap, counter};

/// How long to wait for one file while the others are locked.
const LOCK_WAIT: Duration = Duration::from_secs(2);
/// How often that is tried.
const ATTEMPTS: usize = 5;

/// One label of a file as it was at a moment. It can be read; a write is refused.
#[derive(Debug)]
pub struct Snapshot {
    connection: Mutex<Connection>,
    label: String,
}

impl Snapshot {
    /// The labels of these files, all at the same moment, in the state that a power cut would leave. Writers wait some
    /// milliseconds while the snapshot is taken, and continue while it is read.
    pub fn of(files: &[(PathBuf, &str)]) -> Result<Vec<Self>, StoreError> {
        let mut attempt = 1;
        loop {
            match take(files) {
                Ok(taken) => return Ok(taken),
                Err(error) if attempt == ATTEMPTS => return Err(unavailable("taking a moment of the files", &error)),
                Err(_busy) => attempt += 1,
            }
        }
    }

    /// The faults that SQLite finds in the file at that moment; empty when it is intact.
    pub fn damage(&self) -> Result<Vec<String>, StoreError> {
        inspect::structure(&self.lock()).map_err(|error| unavailable("checking", &error))
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        read(&self.lock()).map_err(|error| unavailable("reading", &error))
    }
}

fn take(files: &[(PathBuf, &str)]) -> rusqlite::Result<Vec<Snapshot>> {
    let connect = |path: &Path| -> rusqlite::Result<Connection> {
        let connection = open::connect(path, &Options::default())?;
        connection.busy_timeout(LOCK_WAIT)?;
        // a reader leaves the log as it is, also when nobody else has the file open
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        Ok(connection)
    };
    // each file once and always in the same order, so that two snapshots never wait for each other
    let paths: BTreeSet<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    let mut writers: Vec<Connection> = paths.into_iter().map(connect).collect::<Result<_, _>>()?;
    let held = writers.iter_mut().map(|writer| writer.transaction_with_behavior(TransactionBehavior::Immediate));
    let held: Vec<_> = held.collect::<Result<_, _>>()?;
    let mut taken = Vec::with_capacity(files.len());
    for (path, label) in files {
        let connection = connect(path)?;
        // the first read of the transaction fixes the moment
        connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")?;
        taken.push(Snapshot { connection: Mutex::new(connection), label: (*label).to_owned() });
    }
    held.into_iter().try_for_each(rusqlite::Transaction::rollback)?;
    Ok(taken)
}

fn read_only() -> StoreError {
    StoreError::Unavailable("this is a snapshot; it can only be read".into())
}

impl Store for Snapshot {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| read::get(connection, &self.label, key).optional())
    }

    fn set(&self, _key: &str, _value: &[u8]) -> Result<(), StoreError> {
        Err(read_only())
    }

    fn delete(&self, _key: &str) -> Result<(), StoreError> {
        Err(read_only())
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.read(|connection| read::exists(connection, &self.label, key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| read::keys(connection, &self.label))
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let found = keys.iter().map(|key| Ok(self.get(key)?.map(|value| (key.clone(), value))));
        found.filter_map(Result::transpose).collect()
    }

    fn set_many(&self, _pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        Err(read_only())
    }

    fn delete_many(&self, _keys: &[String]) -> Result<(), StoreError> {
        Err(read_only())
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        if delta == 0 { counter::read(self.get(key)?.as_deref()) } else { Err(read_only()) }
    }

    fn swap(&self, _key: &str, _expected: Option<&[u8]>, _new: &[u8]) -> Result<Swap, StoreError> {
        Err(read_only())
    }
}
