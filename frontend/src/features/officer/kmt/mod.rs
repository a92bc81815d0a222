//! Questions to KMT without names, on the page of a dossier: what was asked and said, and the link to pass on.
mod card;
mod link_card;
mod talk;

pub use card::KmtCard;
pub use link_card::LinkCard;
pub use talk::Talk;
