//! Everything that can be done with a case, in one table: [`ActKind`] is its rows, [`Act`] is one with its content.
//!
//! [`decide`] answers an [`Act`] with an [`Event`](super::Event) or a [`Refusal`] and changes nothing. An act that
//! takes two people becomes a [`Proposal`](super::Proposal) first; [`Needs`] says who agrees. To add an act, add a row
//! to `table.rs`; the compiler then names everything else that is missing.
mod action;
mod asked;
mod beside;
mod context;
mod course;
mod decide;
mod diagram;
pub mod draft;
mod first;
mod kind;
mod kmt;
mod lead;
mod needs;
mod refusal;
mod register;
mod rejection;
mod rights;
mod rules;
mod second;
mod table;
#[cfg(test)]
mod tests;
mod tries;
mod vtt;

pub use action::Action;
pub use asked::Act;
pub use context::{Asker, Context, NewLink};
pub use course::Leads;
pub use decide::{available, decide, possible};
pub use diagram::mermaid;
pub use kind::ActKind;
pub use needs::Needs;
pub use refusal::Refusal;
pub use rejection::Rejection;
pub use rights::decide_request;
pub use second::{asked_of, confirm_exclusion, own_proposals, proposals};

fn check(holds: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(otherwise) }
}
