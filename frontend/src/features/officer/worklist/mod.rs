//! The worklist: a day's work in the order in which it presses, and what is done.
mod done;
mod list;
mod others;
mod row;
mod tabs;
mod to_do;

pub use done::DonePage;
pub use tabs::Tab;
pub use to_do::ToDoPage;
