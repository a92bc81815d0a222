//! Retention and destruction of closed cases: due cases, the second person, real deletion, and the declaration that
//! stays.
//!
//! [`shared::retention`] decides what is allowed. The order of the steps is here: after an interruption at any point,
//! the next [`finish`] completes the work.
mod certificates;
mod destroy;
mod gone;
mod register;
mod sweep;
#[cfg(test)]
mod tests;
mod waiting;

pub use certificates::{Destroyed, certificates, destroyed};
pub use destroy::{approve, finish};
pub use gone::{Gone, gone};
pub use register::{propose, reject};
pub use sweep::{Counts, counts, due_cases, sweep};
pub use waiting::{facts, waiting};

pub(crate) use sweep::first_records;
