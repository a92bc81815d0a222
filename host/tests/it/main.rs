//! The host from outside: one program for all, because each has the whole runtime in it.

#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

mod broken_disk;
mod cache;
mod common;
mod limits;
mod manifest;
mod outgoing;
mod places;
mod process;
mod request;
mod routing;
mod store;
mod tls;
