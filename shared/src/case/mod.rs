//! The dossier (case): it begins with one report and goes through the four steps of the route.
//!
//! A case is its report and what happened since: [`Entry`] after [`Entry`], stored as they happened. The [`Status`] is
//! derived from them and holds exactly the data that exists in it. [`decide`] answers an [`Act`] with an [`Event`] or a
//! [`Refusal`] and changes nothing. [`Case::apply`] changes the case, and never refuses an event that was decided on
//! it.
pub mod act;
mod additions;
mod apply;
mod asking;
pub mod care;
pub mod clue;
pub mod conversation;
pub mod destruction;
mod event;
mod exclusions;
pub mod export;
mod facts;
mod first_look;
#[cfg(test)]
pub(crate) mod fixture;
mod group;
mod guard;
pub mod joining;
pub mod kmt;
mod lead;
pub mod meeting;
pub mod meldcode;
mod misfit;
mod news;
mod next;
pub mod notes;
mod origins;
pub mod pack;
mod progress;
mod proposal;
pub mod questions;
mod record;
pub mod redact;
mod reduced_row;
mod referred;
mod requests;
mod reviews;
pub mod rights;
mod row;
mod row_view;
mod safety;
mod seen;
mod stage;
mod status;
mod step;
mod takes;
mod talk;
pub mod tasks;
pub mod together;
mod waiting;
mod word;

pub use act::{
    Act, ActKind, Asker, Context, Needs, NewLink, Refusal, Rejection, asked_of, available, decide, mermaid,
    own_proposals, possible, proposals,
};
pub use additions::{MOST_ADDITIONS, SentAddition};
pub use event::{Entry, Event, KmtEvent, RightsEvent};
pub use exclusions::{Exclusion, Exclusions, ProposedExclusion};
pub use first_look::FirstLook;
pub use guard::Guard;
pub use lead::{Joined, Lead, UnderLead};
pub use misfit::Misfit;
pub use next::NextAction;
pub use origins::Origins;
pub use progress::{Progress, ProgressStep};
pub use proposal::{Pending, Proposal, Rejected, Topic};
pub use questions::AskedReporter;
pub use record::Case;
pub use reduced_row::ReducedRow;
pub use requests::{Advised, OpenExclusion, OpenRequest, RequestPage, open_exclusion, open_requests};
pub use reviews::{Comeback, OpenReview, first_review, open_reviews};
pub use row::{Asking, Group, Order, Place, Row};
pub use row_view::{RowView, Section, Urgency, urgency};
pub use safety::{Safety, Settles};
pub use stage::Stage;
pub use status::{
    Closed, Conversation, Decision, Ending, Feedback, InContact, Investigation, NoTalk, Received, Referred, Status,
    Table, Talk, Telling,
};
pub use step::Step;
pub use word::Word;
