//! Storage: a [`Vault`] reads and writes sealed values through typed [`cell`]s.
pub mod cell;
#[cfg(test)]
mod fuzz;
pub mod seal;
mod vault;

pub use vault::{Change, Once, Patience, Record, Standing, Vault, last_used};
