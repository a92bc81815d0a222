//! On the page of a dossier: its destruction before its term is over.
mod card;

pub use card::DestructionCard;
