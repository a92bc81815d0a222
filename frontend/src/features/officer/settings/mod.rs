//! Settings (inrichting): the beheerder changes them, AF and FG see every change and agree to other numbers, functions
//! and terms.
mod asked;
mod fields;
mod function;
mod history;
mod lines;
mod notice;
mod page;
mod phones;
mod preview;
mod rows;
mod sharing;
mod store;
mod words;

pub use asked::asked_register;
pub use lines::of_terms;
pub use notice::SettingsNotice;
pub use page::SettingsPage;
