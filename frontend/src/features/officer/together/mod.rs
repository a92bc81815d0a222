//! Closing many reports at once: one AF selects, another agrees.
mod notice;
mod page;
mod proposals;
mod propose;
mod store;

pub use notice::{FloodNotice, Many, are_many};
pub use page::TogetherPage;
