//! The melding is in: the code to read, and the contact in one touch.
mod receipt;
mod spoken;

pub use receipt::Received;
