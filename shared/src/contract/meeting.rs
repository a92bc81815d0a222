//! Views for the pages on the werkoverleg.
use crate::{
    case::{
        RowView,
        meeting::{MeetingPlan, MeetingReason},
    },
    id::{AccountId, FunctionId, MeetingId},
    moment::Day,
    text::Line,
};
use serde::{Deserialize, Serialize};

view!(
    /// Answer to `GET overleggen`, and to an act there. Only cases that the caller may see are in it, and nothing
    /// counts the others.
    MeetingsPage {
        /// The latest ones, the last day first.
        #[serde(rename = "overleggen")]
        meetings: Vec<MeetingLine>,
        /// Cases that may have to be discussed.
        #[serde(rename = "voorgesteld")]
        proposed: Vec<ProposedCase>,
        /// The AFs who can be there.
        #[serde(rename = "aandachtsfunctionarissen")]
        officers: Vec<MeetingOfficer>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
        /// After planning one: which it is.
        #[serde(rename = "gemaakt", default, skip_serializing_if = "Option::is_none")]
        made: Option<MeetingId>,
    }
);
view!(
    /// One werkoverleg in a list.
    MeetingLine {
        /// Its id.
        id: MeetingId,
        /// Its day.
        #[serde(rename = "datum")]
        day: Day,
    }
);
view!(
    /// A case that may have to be discussed.
    ProposedCase {
        /// Its line.
        #[serde(rename = "regel")]
        row: RowView,
        /// Why.
        #[serde(rename = "waarom")]
        why: Vec<MeetingReason>,
        /// The day on which a werkoverleg wanted to come back to it.
        #[serde(rename = "opnieuwOp", default, skip_serializing_if = "Option::is_none")]
        again: Option<Day>,
    }
);
view!(
    /// An AF, for the list of who is there. On paper there is the function and not the name.
    MeetingOfficer {
        /// The account.
        id: AccountId,
        /// The name.
        #[serde(rename = "naam")]
        name: Line,
        /// Whether they can log in.
        #[serde(rename = "actief")]
        active: bool,
        /// The function, if it is one of the gemeente's profile.
        #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
        function: Option<FunctionId>,
    }
);
view!(
    /// Answer to `GET overleggen/{id}`: only the cases that the caller may see are in it.
    MeetingView {
        /// Its id.
        id: MeetingId,
        /// When it is, and who is there.
        #[serde(rename = "overleg")]
        plan: MeetingPlan,
        /// The cases to discuss, in the order of their numbers.
        #[serde(rename = "dossiers")]
        cases: Vec<RowView>,
        /// Other cases that may have to be discussed.
        #[serde(rename = "voorgesteld")]
        proposed: Vec<ProposedCase>,
        /// The AFs who can be there.
        #[serde(rename = "aandachtsfunctionarissen")]
        officers: Vec<MeetingOfficer>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
    }
);
view!(
    /// The werkoverleg in which a case is or was discussed.
    CaseMeeting {
        /// Its id.
        id: MeetingId,
        /// When it is, and who is there: those among them who may know of the case.
        #[serde(rename = "overleg")]
        plan: MeetingPlan,
    }
);
