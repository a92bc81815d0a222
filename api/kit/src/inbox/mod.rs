//! Reports on their way in, and what melders may see: all that `intake` can reach. There is no way from here to the
//! cases or to their keys, so that no mistake in `intake` can open one.
pub mod arrival;
mod context;
pub mod intake_open;
pub mod limit;
pub mod practice;
pub mod secret;
mod status;
mod stored;

pub use context::Inbox;
pub use status::StatusSlot;
