//! The werkoverleg: planning one, a sheet for each case to read aloud or print, and its decisions.
mod boxes;
mod card;
mod form;
mod one;
mod page;
mod sheet;
mod store;
mod there;

pub use card::MeetingCard;
pub use one::MeetingPage;
pub use page::MeetingsPage;
pub use there::{There, from_meeting};
