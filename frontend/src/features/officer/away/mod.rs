//! Being away, and leaving: who stands in, and handing everything over.
mod hand_over;
mod page;
mod plan;

pub use page::AwayPage;
