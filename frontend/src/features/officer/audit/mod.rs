//! The audit, for the functionaris gegevensbescherming: who looked at what. Never any content.
mod csv;
mod page;
mod store;
mod watch;

pub use page::LogPage;
