//! For an AF who is away for a while or leaves: arranging a stand-in (waarneming), and handing cases over.
mod hand_over;
mod page;
mod plan;
mod store;

pub use page::AwayPage;
