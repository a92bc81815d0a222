//! Veilig Thuis, age and danger, and the meldcode: their dialogs, and what the investigation asks about them.
mod correct;
mod household;
mod meldcode;
mod vtt;

pub use correct::CorrectDialog;
pub use household::Household;
pub use meldcode::MeldcodeDialog;
pub use vtt::VttDialog;
