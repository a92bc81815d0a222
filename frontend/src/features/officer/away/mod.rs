//! For an AF who is away for a while or leaves: arranging a stand-in (waarneming), and handing cases over. Also for an
//! AF who stands in, with a reason, for a colleague who could not arrange it.
mod cover;
mod hand_over;
mod page;
mod plan;
mod store;

pub use cover::{CoverWatch, Covered};
pub use page::AwayPage;
