//! The host from outside: one program for all tests, because each contains the whole runtime.

#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

mod broken_disk;
mod cache;
mod common;
mod inside;
mod limits;
mod logged;
mod manifest;
mod outgoing;
mod pages;
mod places;
mod process;
mod request;
mod routing;
mod slow;
mod store;
mod tls;
mod uploads;
