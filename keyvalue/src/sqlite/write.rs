//! The kinds of writes, and how each is done inside a shared transaction.

use rusqlite::{Connection, OptionalExtension, params};

use super::read;
use crate::{StoreError, Swap, counter, limits};

/// Something to be written under one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Put this value at this key.
    Set(String, Vec<u8>),
    /// Put all these, together.
    SetMany(Vec<(String, Vec<u8>)>),
    /// Remove all these, together.
    DeleteMany(Vec<String>),
    /// Add to a counter.
    Increment(String, i64),
    /// Put the value, if the expected one is there.
    Swap {
        /// The key.
        key: String,
        /// The value that has to be there now; `None`: none.
        expected: Option<Vec<u8>>,
        /// The new value.
        new: Vec<u8>,
    },
}

/// The result of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is durable.
    Written,
    /// The counter's new value.
    Count(i64),
    /// How the swap ended.
    Swap(Swap),
}

/// Why a write didn't happen: it was invalid, or the disk failed.
pub(super) enum Failure {
    /// Only this write is refused; it changed nothing.
    Own(StoreError),
    /// The transaction is lost.
    Shared(rusqlite::Error),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Shared(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Own(error)
    }
}

/// Does `write` in the open transaction. An invalid write is refused before its first change, so nothing has to be
/// undone.
pub(super) fn apply(connection: &Connection, label: &str, write: &Write) -> Result<Done, Failure> {
    match write {
        Write::Set(key, value) => {
            limits::check(key, value)?;
            put(connection, label, key, value)?;
            Ok(Done::Written)
        }
        Write::SetMany(pairs) => {
            limits::check_all(pairs)?;
            for (key, value) in pairs {
                put(connection, label, key, value)?;
            }
            Ok(Done::Written)
        }
        Write::DeleteMany(keys) => {
            for key in keys {
                connection
                    .prepare_cached("DELETE FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                    .execute(params![label, key])?;
            }
            Ok(Done::Written)
        }
        Write::Increment(key, delta) => {
            limits::check(key, &[])?;
            let stored = read::get(connection, label, key).optional()?;
            let next = counter::add(stored.as_deref(), *delta)?;
            if *delta != 0 {
                put(connection, label, key, &next.to_le_bytes())?;
            }
            Ok(Done::Count(next))
        }
        Write::Swap { key, expected, new } => {
            limits::check(key, new)?;
            if read::get(connection, label, key).optional()? != *expected {
                return Ok(Done::Swap(Swap::Lost));
            }
            put(connection, label, key, new)?;
            Ok(Done::Swap(Swap::Swapped))
        }
    }
}

fn put(connection: &Connection, label: &str, key: &str, value: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO spin_key_value (store, key, value) VALUES (?1, ?2, ?3)
             ON CONFLICT (store, key) DO UPDATE SET value = excluded.value",
        )?
        .execute(params![label, key, value])?;
    Ok(())
}
