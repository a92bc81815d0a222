//! Incoming reports and the melders' statuses: everything that `intake` can reach. Nothing here has access to cases or
//! their keys, so no mistake in `intake` can open one.
pub mod arrival;
mod context;
pub mod intake_open;
pub mod limit;
pub mod lists;
pub mod pace;
pub mod photos;
pub mod practice;
pub mod price;
mod rules;
pub mod secret;
pub mod settings;
mod status;
mod stored;

pub use context::Inbox;
pub use status::StatusSlot;
