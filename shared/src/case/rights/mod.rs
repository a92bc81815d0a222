//! What is done with a case for its own sake: keeping, restricting, correcting, and the rights of the people it is
//! about.
//!
//! It goes beside the route and moves no step of it: every step has it. The events are in the case's timeline, and
//! [`Rights`] follows from them.
mod state;

pub use super::notes::rights as notes;
pub use state::{RequestState, Rights};
