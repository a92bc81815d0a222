//! The AF's server: accounts and log-in, cases and their lists, retention and destruction, and the audit.
//!
//! The modules, each of which uses only those before it: [`instance`] (stores, keys and secrets), [`audit`],
//! [`account`], [`settings`], [`awareness`], [`login`], [`case`], [`figures`], [`retention`], [`outbox`], [`paper`],
//! [`key_check`] (whether the keys fit) and [`entrance`] (from a request to its handler). The rules are in `shared`;
//! what all components share is in `kit`.
#![deny(missing_docs)]

pub mod account;
pub mod audit;
pub mod awareness;
pub mod case;
pub mod entrance;
pub mod figures;
#[cfg(test)]
mod fuzz;
pub mod instance;
pub mod key_check;
mod letters;
pub mod login;
pub mod outbox;
pub mod paper;
pub mod retention;
pub mod settings;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use instance::{Desk, Stores};
