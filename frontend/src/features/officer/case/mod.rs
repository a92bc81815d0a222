//! A dossier: its step, the next act, the report, and the timeline.
mod actions;
mod alarm;
mod cards;
mod code_card;
mod findings;
mod header;
mod melder_card;
mod now;
mod page;
mod report_card;
mod side;
mod steps;
mod timeline;

pub use page::CasePage;
