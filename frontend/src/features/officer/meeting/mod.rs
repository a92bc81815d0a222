//! The werkoverleg: planning one, a sheet for each case to read aloud or print, and asking to discuss a case.
mod card;
mod form;
mod one;
mod page;
mod sheet;
mod store;

pub use card::MeetingCard;
pub use one::MeetingPage;
pub use page::MeetingsPage;
