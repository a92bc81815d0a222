//! A report taken by phone or at the desk: the AF notes it, the melder gets the code read aloud.
mod fields;
mod page;
mod receipt;
mod sections;
mod signals;
mod store;

pub use page::PhonePage;
