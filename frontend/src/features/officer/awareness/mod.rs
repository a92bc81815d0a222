//! Awareness (bewustwording): the log of presentations and training, and the yearly update.
mod form;
mod page;
mod remind;
mod store;
mod words;

pub use page::AwarenessPage;
pub use remind::{UpdateRow, update};
