//! The pages, by audience, and what two audiences share: `melding`.
pub mod melder;
mod melding;
pub mod officer;
