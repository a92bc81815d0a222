use super::Draft;
use crate::{
    case::{
        Exclusion,
        notes::{Assignment, JoinUnder, TypedNumber},
    },
    id::AccountId,
    text::Prose,
};

draft!(
    /// The AF to whom a case goes, as chosen.
    AssignDraft, AssignField of Assignment
    fields {
        /// The AF who gets the case.
        to: AccountId = To "aan",
    }
);
draft!(
    /// The lead case of a report, as typed.
    JoinDraft, JoinField of JoinUnder
    fields {
        /// The number of the lead case.
        lead: TypedNumber = Lead "onder",
        /// Why they belong together.
        reason: Prose = Reason "reden",
    }
);
draft!(
    /// An exclusion, or lifting one, as typed.
    ExclusionDraft, ExclusionField of Exclusion
    fields {
        /// The AF to exclude, or to let in again.
        who: AccountId = Who "wie",
        /// The reason.
        reason: Prose = Reason "reden",
    }
);

impl Draft for AssignDraft {}
impl Draft for ExclusionDraft {}
impl Draft for JoinDraft {}
