//! A report that an AF writes down, whichever way it comes in: by phone, at the desk, on behalf of a colleague, or from
//! KMT without a melder. The AF records it on one page, and reads the code to the melder. What is typed is kept at the
//! server until it is sent: see [`kept`].
mod kept;
mod page;
mod part;
mod taken;
mod wording;

pub use kept::Unfinished;
pub use page::PhonePage;
