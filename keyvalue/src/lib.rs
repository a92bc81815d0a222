//! Spin's key-value stores: one trait and its implementations.
//!
//! What it is: the interface between code that stores values and the place where they are stored. `host` offers these
//! stores to components, `meldroute` opens the same files, and tests run the same rules over every kind of store.
//! What it is not: aware of the content of values. They are sealed by the layer above.
#![deny(missing_docs)]

mod counter;
mod limits;
mod memory;
mod spin;

#[cfg(feature = "conformance")]
pub mod conformance;
#[cfg(feature = "sqlite")]
pub mod sqlite;

pub use limits::{MAX_KEY_BYTES, MAX_VALUE_BYTES};
pub use memory::Memory;
pub use spin::{SpinRedis, SpinSqlite};

#[cfg(feature = "sqlite")]
pub use sqlite::{Damage, Database, Done, Options, Scope, Scoped, Snapshot, Sqlite, Synchronous, Write, inspect};

/// A failure of the store itself. The text says what to do; it never holds a key or a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The write could not be made durable (full disk, failing fsync, store closed). Nothing was acknowledged.
    Unavailable(String),
    /// The stored value is not what the operation needs (a counter that is not 8 bytes).
    Malformed(String),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unavailable(why) => write!(f, "the store is unavailable: {why}"),
            Self::Malformed(why) => write!(f, "the store holds something unexpected: {why}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// The result of a swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// The new value is stored, durably.
    Swapped,
    /// Another value was there; nothing was written. (Some Spin stores also answer this after a swap that did write:
    /// read the value before deciding again.)
    Lost,
}

/// One label of a key-value store. Every write returns only when it is durable.
pub trait Store: Send + Sync {
    /// The value at `key`, or `None`.
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Puts `value` at `key`.
    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError>;
    /// Removes `key`; it need not be there.
    fn delete(&self, key: &str) -> Result<(), StoreError>;
    /// Whether `key` is there.
    fn exists(&self, key: &str) -> Result<bool, StoreError>;
    /// Every key of this label, in no order. Scans: never on a request's path.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
    /// The pairs that are there, in any order; missing keys are left out.
    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    /// Puts all pairs, in one step where the store can.
    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError>;
    /// Removes all keys, in one step where the store can.
    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError>;
    /// Adds `delta` to the counter at `key` (8 bytes, little-endian, absent = 0) and gives the new value.
    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError>;
    /// Puts `new` at `key` if `expected` is there now (`None`: if nothing is).
    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError>;
}
