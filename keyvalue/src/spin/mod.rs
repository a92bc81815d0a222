//! Spin's own providers of stores, over memory and for tests: what each of them does where they differ from each other.
//!
//! `conformance` says per store which promise holds. Code that is right over all of them is right under Spin.
mod redis;
mod sqlite;

pub use redis::SpinRedis;
pub use sqlite::SpinSqlite;
