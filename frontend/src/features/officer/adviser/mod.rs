//! The page of an adviser of KMT, who comes with a link and a code and has no account.
mod answer;
mod open;
mod opened;
mod page;

pub use page::AdviserPage;
