//! An invitation: handing it over, and accepting it with a password and a second factor.
mod accept;
mod factor;
mod hand_over;
mod other_half;
mod page;

pub use hand_over::ToHandOver;
pub use page::InvitationPage;
