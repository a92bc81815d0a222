//! A dossier: where it stands, what is next, what was reported, and what happened since.
mod actions;
mod cards;
mod change;
mod code_card;
mod findings;
#[cfg(test)]
pub mod fixture;
mod header;
mod melder_card;
mod now;
mod page;
mod report_card;
mod safety_card;
mod side;
mod steps;
mod store;
mod story;
mod timeline;

pub use change::{Change, Changed, change};
pub use now::ActButton;
pub use page::CasePage;
pub use store::{Dossier, name_of};
pub use story::story;
