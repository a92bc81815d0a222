//! Keeping and destroying, for the FG and the AF: what is due, what waits for a second person, requests of data
//! subjects, declarations. Never any content.
mod csv;
mod due;
mod page;
mod proposals;
mod requests;
mod store;

pub use page::KeepingPage;
