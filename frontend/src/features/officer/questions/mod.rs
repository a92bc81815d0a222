//! The questions to the melder on the page of a case, with what the melder answered.
mod card;

pub use card::QuestionsCard;
