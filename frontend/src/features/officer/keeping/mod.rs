//! Retention and destruction, for the FG and the AF: due cases, proposals that wait for a second person, requests of
//! data subjects, declarations. Never any content.
mod csv;
mod due;
mod exclusions;
mod page;
mod proposals;
mod requests;
mod reviews;
mod store;

pub use page::KeepingPage;
pub use reviews::ReviewsDue;
