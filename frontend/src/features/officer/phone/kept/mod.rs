//! A report by phone that is not finished: kept at the server while somebody types, found again on another tablet, and
//! finished by whoever stands in. Two who type in it at once are told so: see [`clash`].
mod begin;
mod clash;
mod drafts;
mod send;
mod store;
mod unfinished;

pub use clash::Clashed;
pub use drafts::{Drafts, Others};
pub use store::Phone;
pub use unfinished::Unfinished;
