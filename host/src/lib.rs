//! Runs a Spin application on one machine.
//!
//! What it is: the part of Spin that a small HTTP application uses, for one machine and one SQLite file per store, with
//! limits of its own. It reads `spin.toml` and `runtime-config.toml`, and refuses anything it doesn't support with an
//! error that names it. What it is not: aware of the application. It inspects no body and knows no product.
#![deny(missing_docs)]

#[cfg(test)]
mod fuzz;
mod kv;
pub mod manifest;
mod outgoing;
pub mod routes;
mod run;
mod serve;
pub mod settings;
pub mod variables;

pub use kv::Calls;
pub use serve::{Running, start};
pub use settings::Settings;
