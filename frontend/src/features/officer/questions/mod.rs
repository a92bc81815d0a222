//! The questions to the melder on the page of a case, with what the melder answered.
mod card;
mod heard;

pub use card::QuestionsCard;
pub use heard::heard;
