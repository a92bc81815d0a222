//! Other open cases with the same address, telephone number or number plate: a hint in the investigation, where the
//! gemeente's profile turns it on.
mod card;

pub use card::AlikeCard;
