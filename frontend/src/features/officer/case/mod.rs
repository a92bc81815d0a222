//! A dossier: its step, the next act, the report, and the timeline.
mod alarm;
mod cards;
mod code_card;
mod findings;
mod header;
mod melder_card;
mod nu;
mod numbers;
mod page;
mod report_card;
mod sender;
mod side;
mod steps;
mod timeline;

pub use findings::{FormCard, InquiryCard};
pub use melder_card::MelderCard;
pub use page::CasePage;
pub use report_card::ReportCard;
