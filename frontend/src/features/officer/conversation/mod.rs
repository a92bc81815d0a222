//! The page of the conversation with the melder: the questions of the meldingsformulier, with what the melder wrote
//! beside them. What is typed is kept by itself, also for a colleague who types in it at the same moment.
mod by;
mod clash;
mod contact;
mod page;
mod sheet;
mod store;

pub use page::ConversationPage;
