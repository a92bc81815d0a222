//! Retention and destruction of closed cases: due cases, the second person, real deletion, and the declaration that
//! stays.
//!
//! What may be done is decided in [`shared::retention`]. Here is the order in which it is done, so that a stop anywhere
//! leaves work that the next [`finish`] completes.
mod certificates;
mod destroy;
mod register;
mod sweep;
#[cfg(test)]
mod tests;
mod waiting;

pub use certificates::{Destroyed, certificates, destroyed};
pub use destroy::{approve, finish};
pub use register::{propose, reject};
pub use sweep::{Counts, counts, due_cases, sweep};
pub use waiting::waiting;

pub(crate) use sweep::prepare;
