//! The dialogs for what goes otherwise than planned: no contact, back a step, joining, an answer to a proposal, a
//! table, a late answer.
mod answer;
mod steps;
mod tables;

pub use answer::answer;
pub use steps::{BackDialog, NoContactDialog, dialog};
pub use tables::{AnswerDialog, DiscussedDialog, TableDayDialog};
