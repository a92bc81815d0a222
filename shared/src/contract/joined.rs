//! Views of joined reports and their lead case.
use crate::{
    case::{NextAction, Step, notes::LeadStand},
    id::{CaseId, CaseNumber},
    moment::Day,
    report::Alarm,
};
use serde::{Deserialize, Serialize};

view!(
    /// The lead case of a report.
    LeadCase {
        /// Its id.
        id: CaseId,
        /// Its number.
        #[serde(rename = "nummer")]
        number: CaseNumber,
        /// How far it is.
        #[serde(rename = "stand")]
        stand: LeadStand,
    }
);
view!(
    /// A report under a lead case: what is still to be done with its own melder, and nothing of its content.
    JoinedReport {
        /// Its id.
        id: CaseId,
        /// Its number.
        #[serde(rename = "nummer")]
        number: CaseNumber,
        /// Its own step.
        #[serde(rename = "stap")]
        step: Step,
        /// What is next there.
        #[serde(rename = "volgende")]
        next: NextAction,
        /// The last day for that.
        #[serde(rename = "uiterlijk")]
        due: Option<Day>,
        /// Acute, or a minor without a melding at Veilig Thuis.
        #[serde(rename = "spoed")]
        urgent: bool,
        /// Why it is urgent, the most urgent first.
        #[serde(rename = "spoedOm", default, skip_serializing_if = "Vec::is_empty")]
        alarms: Vec<Alarm>,
        /// Its melder was told, or cannot be, and Veilig Thuis is settled.
        #[serde(rename = "klaar")]
        ready: bool,
    }
);
