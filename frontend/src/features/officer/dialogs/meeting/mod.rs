//! When the werkoverleg was and who was there, in the dialog of its decision.
mod there;

pub use there::{There, from_meeting};
