//! The cards of a dossier about safety: age, danger and Veilig Thuis, and beside them the meldcode.
mod card;
mod meldcode;

pub use card::SafetyCard;
pub use meldcode::MeldcodeCard;
