//! The instance as the AF's server sees it: its stores, its keys, and the secrets that only it knows.
mod desk;
mod renew;
mod secret;
mod token;

pub use desk::{Desk, Stores};
pub use renew::{end_earlier, has_open_end, renew};
pub(crate) use secret::Roots;
pub use token::SHORTEST_TOKEN;
