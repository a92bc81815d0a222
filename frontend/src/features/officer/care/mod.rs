//! What a case says about care and health, in a card of its own. It is read apart from the case, and is never on paper.
mod card;
mod open;
mod store;
mod write;

pub use card::CareCard;
