//! The store on disk: SQLite in the file and table that Spin uses itself.
//!
//! One thread writes, and commits everything that waits in one transaction; readers have connections of their own and
//! never wait for it. A write is answered after its COMMIT, which returns after the log was flushed
//! (`synchronous=FULL`).

mod database;
mod fate;
mod inspect;
mod job;
mod open;
mod read;
mod scope;
mod scoped;
mod snapshot;
mod store;
mod transaction;
mod wal;
mod write;
mod writer;

pub use database::Database;
pub use inspect::{Damage, inspect};
pub use open::{Options, Synchronous};
pub use scope::Scope;
pub use scoped::Scoped;
pub use snapshot::Snapshot;
pub use store::Sqlite;
pub use write::{Done, Write};

use crate::StoreError;

/// Spin's table, as Spin itself makes it.
pub(crate) const TABLE: &str = "CREATE TABLE IF NOT EXISTS spin_key_value (
    store TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (store, key)
)";

/// An error with SQLite's own message, which names no key and no value.
pub(crate) fn unavailable(doing: &str, error: &rusqlite::Error) -> StoreError {
    StoreError::Unavailable(format!("{doing}: {error}"))
}
