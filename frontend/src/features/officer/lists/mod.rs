//! The lists of signals: which one is in use, those of before, and reading in a new one of the KMT.
mod file;
mod kept;
mod page;
mod places;
mod read;
mod store;
mod verdict;

pub use page::ListsPage;
