//! Serving: listeners, limits, and one fresh instance for every request.

mod body;
mod connection;
mod forward;
mod instance;
mod problem;
mod rate;
mod running;
mod server;
mod timer;

pub use running::{Running, start};
