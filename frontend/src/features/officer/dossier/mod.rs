//! The dossier on the page: its data, changes by others, and the button of an act. The page and its dialogs depend on
//! this and not on each other.
mod button;
mod change;
#[cfg(test)]
pub mod fixture;
mod store;
mod story;
mod table;

pub use button::ActButton;
pub use change::{Change, Changed, change, makes_code};
pub use store::{Dossier, NOW_TITLE};
pub use story::{Story, story};
pub use table::rule;
