//! The pages, by audience.
pub mod melder;
pub mod officer;
