//! On the page of a dossier: what is so now of keeping, restricting and correcting, and a copy for a data subject.
mod card;
mod copy;
mod corrections;

pub use card::RightsCard;
pub use copy::CopyDialog;
pub use corrections::Corrections;
