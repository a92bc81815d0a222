//! Serving: listeners, limits, and one fresh instance for every request.

mod body;
mod connection;
mod crowd;
mod flight;
mod forward;
#[cfg(test)]
mod fuzz;
mod inside;
mod instance;
mod line;
mod network;
mod paced;
mod pages;
mod places;
mod problem;
mod rate;
mod redirect;
mod running;
mod server;
mod timer;
mod tls;

pub use running::{Running, start};
