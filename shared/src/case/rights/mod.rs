//! Retention, restriction, correction, and the rights of the people a case is about.
//!
//! All of this is outside the route: possible in every step, without changing the step. The events are in the case's
//! timeline, and [`Rights`] is derived from them.
mod state;

pub use super::notes::rights as notes;
pub use state::{RequestState, Rights};
