//! The Dutch texts of the pages: those of every code, which are in the crate `words`, and what is said when there is no
//! answer from the server.
pub mod officer;
mod problem;

pub use problem::{failure, failure_by_kind};
pub use words::*;
