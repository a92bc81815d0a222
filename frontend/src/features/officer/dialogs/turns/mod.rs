//! The dialogs for what goes otherwise than planned: no contact, back a step, joining, an answer to a proposal, a
//! table, a late answer.
mod answer;
mod steps;
mod tables;

pub use answer::{AgreeDialog, DeclineDialog, WithdrawDialog};
pub use steps::{BackDialog, JoinDialog, NoContactDialog, UntoldDialog};
pub use tables::{AnswerDialog, DiscussedDialog, TableDayDialog};
