use super::Draft;
use crate::{
    case::{Exclusion, notes::Assignment},
    id::AccountId,
    text::Prose,
};

draft!(
    /// To whom a case goes, as chosen.
    AssignDraft, AssignField of Assignment
    fields {
        /// Which AF.
        to: AccountId = To "aan",
    }
);
draft!(
    /// Which AF may not know of a case, or may again, as typed.
    ExclusionDraft, ExclusionField of Exclusion
    fields {
        /// Which AF.
        who: AccountId = Who "wie",
        /// Why.
        reason: Prose = Reason "reden",
    }
);

impl Draft for AssignDraft {}
impl Draft for ExclusionDraft {}
