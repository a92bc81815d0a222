//! A dossier: where it stands, what is next, what was reported, and what happened since.
mod actions;
mod cards;
mod code_card;
mod findings;
mod header;
mod melder_card;
mod now;
mod page;
mod report_card;
mod safety_card;
mod side;
mod steps;
mod timeline;

pub use page::CasePage;
