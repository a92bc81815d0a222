//! The instance as the AF's server sees it: its stores, its keys, and the secrets that only it knows.
mod desk;
mod renew;
mod secret;
mod settings;
mod token;

pub use desk::{Desk, Stores};
pub use renew::{begin_after, end_earlier, has_open_end, is_unfinished, renew};
pub(crate) use secret::Roots;
pub(crate) use settings::{StoredChange, StoredList, StoredSettings, list_of, place_of};
pub use token::SHORTEST_TOKEN;
