use super::Draft;
use crate::{case::Exclusion, id::AccountId, text::Prose};

/// To whom a case goes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Assignment {
    /// Which AF.
    #[serde(rename = "aan")]
    pub to: AccountId,
}

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
