//! The audit, for the functionaris gegevensbescherming: every access and change. Never any content.
mod csv;
mod page;
mod store;
mod told;
mod watch;

pub use page::LogPage;
