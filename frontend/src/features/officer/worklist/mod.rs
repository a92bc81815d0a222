//! The worklist: cases to act on, most urgent first, and closed cases.
mod done;
mod line;
mod list;
mod open;
mod others;
mod part;
mod row;
mod tabs;
mod to_do;
mod today;

pub use done::DonePage;
pub use open::OpenDialog;
pub use tabs::Tab;
pub use to_do::ToDoPage;
