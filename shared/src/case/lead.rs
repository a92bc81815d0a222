//! The lead case of a joined report, as far as the report knows of it.
use super::{
    Feedback, Status,
    notes::{JoinedUnder, LeadEnd, LeadStand},
};
use crate::id::{CaseId, CaseNumber};
use serde::{Deserialize, Serialize};

/// The lead case of a report, and how far it is with its own melder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The id of the lead case.
    pub lead: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// How far it is.
    pub stand: LeadStand,
    /// How it ended, once it is closed.
    pub end: Option<LeadEnd>,
    /// Feedback to the melder of this report.
    pub feedback: Feedback,
}

/// What the line of a joined report says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnderLead {
    /// The id of the lead case.
    #[serde(rename = "hoofddossier")]
    pub lead: CaseId,
    /// Nothing is left to do with its melder or about Veilig Thuis.
    #[serde(rename = "klaar")]
    pub ready: bool,
}

/// A case that is to be the lead, as far as the rule looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it is itself joined, or the report that is to be joined has others under it.
    pub chained: bool,
    /// Whether somebody may see the report and not this case. The report would tell them of it.
    pub apart: bool,
}

impl Joined {
    pub(super) fn under(note: &JoinedUnder) -> Self {
        let (lead, number) = (note.lead.clone(), note.number);
        Self { lead, number, stand: LeadStand::Begun, end: None, feedback: Feedback::Open }
    }
}

impl From<&Status> for LeadStand {
    fn from(status: &Status) -> Self {
        match status {
            Status::Received(_) | Status::InContact(_) => Self::Begun,
            Status::Investigation(_) => Self::Investigated,
            Status::Decision(_) => Self::Discussed,
            Status::Referred(_) => Self::Decided,
            Status::Closed(_) => Self::Closed,
        }
    }
}
