//! What is done with a case for its own sake: keeping, restricting, correcting, and the rights of who it is about.
//!
//! It goes beside the route and moves no step of it: every step has it. [`decide`] answers a [`RightsCommand`] with a
//! [`RightsEvent`] or a [`RightsRefusal`]; the events lie in the case's timeline, and [`Rights`] follows from them.
mod command;
mod decide;
mod event;
pub mod notes;
mod state;
#[cfg(test)]
mod tests;
mod views;

pub use command::{RightsCommand, RightsKind};
pub use decide::{RightsRefusal, available, decide, decide_request};
pub use event::RightsEvent;
pub use state::{Hold, RequestState, Rights};
pub use views::{Advised, OpenRequest, RequestPage, open_requests};
