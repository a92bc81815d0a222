//! For an AF who is away for a while or leaves: who stands in, and handing everything over.
mod hand_over;
mod page;
mod plan;
mod store;

pub use page::AwayPage;
