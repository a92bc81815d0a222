//! Notes of an AF: the content of acts and of the events they result in.
macro_rules! note {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),+ }
    };
}

mod care;
mod closing;
mod contact;
mod form;
mod inquiry;
mod joining;
mod kmt;
mod meeting;
mod meldcode;
mod pack;
mod question;
mod receiver;
pub mod rights;
mod roles;
mod ruling;
mod task;
mod vtt;

pub use crate::sharing::ReferralTarget;
pub use care::{CareGround, CareOpening};
pub use closing::{
    Assignment, BreakGlass, BreakGlassReason, ClosedTogether, EarlyEnd, EarlyReason, EarlyUntold, FeedbackNote, Reason,
    Remark, Reopening,
};
pub use contact::{Attempt, ContactNote, Means, NoContact, NoContactReason, Way};
pub use form::{AgeGroup, FormSheet, Person};
pub use inquiry::{EndDate, GoingBack, KmtCheck, KmtKind, Plan, SourceNote};
pub use joining::{JoinUnder, JoinedUnder, LeadEnd, LeadMove, LeadStand, TypedNumber};
pub use kmt::{AdviserSays, AdviserWord, AskedKmt, KmtEnd, KmtQuestion, KmtReply, KmtWord, PlaceKind};
pub use meeting::MeetingNote;
pub use meldcode::{MeldcodeNote, MeldcodePart};
pub use pack::PackKept;
pub use question::{About, Addition, AdditionKind, Question, QuestionResult, ReporterAnswer};
pub use receiver::{Discussed, ReceiversAnswer, TableDay};
pub use roles::{PersonRole, Roles};
pub use ruling::{Assessment, Confirmation, Referral, Ruling};
pub use task::{Task, TaskResult};
pub use vtt::{NotNeeded, NotNeededFor, SafetyCorrection, SafetyFact, VttNote, VttStand};
