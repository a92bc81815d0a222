//! The domain: validation, permissions, the steps of a case, and the HTTP contract.
//!
//! One crate, compiled into the browser and into the components. It can be read without knowing that there is a
//! network: no IO, no clock ("now" is an argument), no randomness, no async, no Leptos, no Spin.
#![deny(missing_docs)]

pub mod access;
pub mod answer;
pub mod audit;
pub mod awareness;
pub mod calendar;
pub mod case;
mod choice;
pub mod code;
pub mod contract;
pub mod document;
pub mod figures;
pub mod flood;
pub mod hex;
pub mod id;
pub mod indicators;
pub mod minutes;
pub mod moment;
pub mod neighbours;
#[cfg(feature = "schema")]
mod optional;
pub mod photo;
pub mod processing;
pub mod profile;
pub mod report;
pub mod retention;
#[cfg(feature = "schema")]
pub mod schema;
pub mod session;
pub mod settings;
pub mod sharing;
pub mod text;
pub mod told;
