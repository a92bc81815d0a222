//! A report taken by phone or at the desk: the AF records it on one page, and reads the code to the melder. What is
//! typed is kept at the server until it is sent: see [`kept`].
mod kept;
mod page;
mod receipt;
mod wording;

pub use kept::Unfinished;
pub use page::PhonePage;
