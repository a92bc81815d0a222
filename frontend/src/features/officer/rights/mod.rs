//! On the page of a dossier: keeping, restricting, correcting, and the rights of who it is about.
mod card;
mod copy;
mod corrections;
mod dialog;
mod draft;
mod store;

pub use card::RightsCard;
pub use corrections::Corrections;
pub use dialog::RightsDialogs;
pub use store::Asking;
