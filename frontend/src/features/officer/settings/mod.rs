//! Settings (inrichting): the beheerder changes them, AF and FG see every change and agree to other numbers.
mod history;
mod lines;
mod notice;
mod page;
mod phones;
mod rows;
mod store;
mod words;

pub use notice::SettingsNotice;
pub use page::SettingsPage;
