//! Requests and answers: reading the one and writing the other.
pub mod body;
pub mod compress;
mod error;
pub mod fetch;
pub mod headers;
pub mod origin;
pub mod query;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod spin;

pub use error::{json, problem_response};
