//! The pages of an adviser of KMT: of one who comes with a link and a code, and of one who logs in.
mod answer;
mod open;
mod opened;
mod own;
mod page;
mod question;

pub use own::OwnQuestionsPage;
pub use page::AdviserPage;
