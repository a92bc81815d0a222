//! The melder's view: the four steps and "afgerond", with days. Never receivers, never content.
use super::{Case, Event, Proposal, Step};
use crate::{choice::choice, moment::Day};
use serde::{Deserialize, Serialize};

choice!(
    /// A step as the melder sees it.
    Stage {
        /// Gemeld.
        Reported = "gemeld",
        /// Contact met jou.
        Contact = "contact",
        /// Onderzoek.
        Investigation = "onderzoek",
        /// Beslissing, samen besproken.
        Decision = "beslismoment",
        /// Afgerond.
        Done = "afgerond",
    }
);

impl From<Step> for Stage {
    fn from(step: Step) -> Self {
        match step {
            Step::Received => Self::Reported,
            Step::InContact => Self::Contact,
            Step::Investigation => Self::Investigation,
            Step::Decision | Step::Referred => Self::Decision,
            Step::Closed => Self::Done,
        }
    }
}

/// A step that was reached, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProgressStep {
    /// The step.
    #[serde(rename = "stap")]
    pub stage: Stage,
    /// The day it was reached.
    #[serde(rename = "op")]
    pub day: Day,
}

/// The progress of a melding, for the holder of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Progress {
    /// The current step.
    #[serde(rename = "stap")]
    pub stage: Stage,
    /// The day before whose end an AF makes contact.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// The steps reached so far, in order; reopening removes the later ones.
    #[serde(rename = "stappen")]
    pub steps: Vec<ProgressStep>,
    /// Whether an AF has tried to call without reaching the melder.
    #[serde(rename = "geprobeerd")]
    pub tried: bool,
}

impl Progress {
    /// The progress of a report that just came in.
    #[must_use]
    pub fn received(day: Day, contact_by: Day) -> Self {
        let steps = vec![ProgressStep { stage: Stage::Reported, day }];
        Self { stage: Stage::Reported, contact_by, steps, tried: false }
    }

    /// The progress of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let origins = case.origins();
        let mut progress = Self::received(origins.received.day(), origins.contact_by);
        for entry in case.entries() {
            if let Some(stage) = Stage::begun_by(&entry.event) {
                progress.steps.retain(|step| step.stage != stage);
                progress.steps.push(ProgressStep { stage, day: entry.happened().day() });
            }
        }
        progress.stage = case.status().step().into();
        let reached = progress.stage as u8;
        progress.steps.retain(|step| step.stage as u8 <= reached);
        progress.tried = match case.status() {
            super::Status::Received(state) => !state.attempts.is_empty(),
            super::Status::InContact(_)
            | super::Status::Investigation(_)
            | super::Status::Decision(_)
            | super::Status::Referred(_)
            | super::Status::Closed(_) => false,
        };
        progress
    }
}

impl Stage {
    /// The stage that begins with this event: the same for the melder's view and the AF's.
    #[must_use]
    pub fn begun_by(event: &Event) -> Option<Self> {
        match event {
            Event::ContactMade(_) => Some(Stage::Contact),
            Event::InvestigationStarted(_) => Some(Stage::Investigation),
            Event::MovedToDecision => Some(Stage::Decision),
            Event::Closed | Event::ClosedEarly(_) | Event::Agreed(Proposal::Malicious(_)) => Some(Stage::Done),
            Event::Attempted(_)
            | Event::FormSaved(_)
            | Event::SourceConsulted { .. }
            | Event::KmtChecked(_)
            | Event::VttRecorded(_)
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Reopened(_)
            | Event::Remarked(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Rights(_)
            | Event::Agreed(
                Proposal::Ruling(_)
                | Proposal::Exclude(_)
                | Proposal::Lift(_)
                | Proposal::NoFeedback(_)
                | Proposal::EndHold(_),
            ) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        Status, fixture,
        notes::{ContactNote, Means},
    };

    #[test]
    fn contact_counts_on_the_day_it_happened_and_not_when_it_was_noted() {
        let case = fixture::new_case(|_| {});
        let happened = case.origins().received.plus_seconds(3600);
        let (means, summary) = (Means::Phone, fixture::prose("Gesproken met een verzonnen melder."));
        let mut entry =
            fixture::entry(1, &case, Event::ContactMade(ContactNote { happened: Some(happened), means, summary }));
        entry.at = happened.plus_seconds(3 * 24 * 3600);
        let case = case.apply(entry).unwrap();
        let contact = ProgressStep { stage: Stage::Contact, day: happened.day() };
        assert_eq!(Progress::of(&case).steps.last(), Some(&contact));
        assert!(matches!(case.status(), Status::InContact(state) if state.talk.at == happened));
    }
}
