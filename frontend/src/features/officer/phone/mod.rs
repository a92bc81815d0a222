//! A report taken by phone or at the desk: the AF records it on one page, and reads the code to the melder.
mod page;
mod receipt;
mod store;
mod wording;

pub use page::PhonePage;
