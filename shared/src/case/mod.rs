//! The dossier: what grows from one report along the four steps of the route.
//!
//! A case is its report and what happened since: [`Entry`] after [`Entry`], stored as they happened. The [`Status`] is
//! worked out from them and holds exactly the data that exists in it. A [`Command`] is asked, [`decide`] answers with an
//! [`Event`] or a [`Refusal`] and changes nothing; [`Case::apply`] changes and does not refuse what was decided on it.
pub mod act;
mod apply;
mod command;
mod decide;
mod diagram;
mod event;
mod exclusions;
pub mod export;
mod flow;
mod progress;
mod proposal;
mod record;
pub mod rights;
mod row;
mod status;

pub use apply::Misfit;
pub use command::{Command, CommandKind};
pub use decide::{Context, Refusal, available, decide};
pub use diagram::mermaid;
pub use event::{Entry, Event};
pub use exclusions::{Exclusion, Exclusions};
pub use flow::{Step, targets};
pub use progress::{Progress, ProgressStep, Stage};
pub use proposal::{Pending, Proposal};
pub use record::{Case, Origins};
pub use row::{NextAction, ReducedRow, Row, Section, Urgency};
pub use status::{Closed, Decision, Ending, Feedback, InContact, Investigation, Received, Referred, Status, Talk};

#[cfg(test)]
pub(crate) use decide::tests as fixture;

pub mod notes;
