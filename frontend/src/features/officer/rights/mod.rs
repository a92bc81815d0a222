//! On the page of a dossier: the state of retention, restriction and corrections, and a copy for a data subject.
mod card;
mod copy;
mod corrections;

pub use card::RightsCard;
pub use copy::CopyDialog;
pub use corrections::Corrections;
