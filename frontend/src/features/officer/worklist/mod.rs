//! The worklist: what has to be done today, most urgent first, and what is closed.
mod done;
mod line;
mod list;
mod others;
mod row;
mod tabs;
mod to_do;

pub use done::DonePage;
pub use tabs::Tab;
pub use to_do::ToDoPage;
