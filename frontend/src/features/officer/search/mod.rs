//! Searching. What is typed stands on this page and in the body of a request: never in an address, and not in what the
//! browser keeps.
mod form;
mod found;
mod page;

pub use page::SearchPage;
