//! The steps of the route as the melder sees them.
use super::{Case, Event, Proposal, Step, notes::LeadStand};
use crate::choice::choice;

choice!(
    /// A step as the melder sees it.
    Stage {
        /// Gemeld.
        Reported = "gemeld",
        /// Contact met jou.
        Contact = "contact",
        /// Onderzoek.
        Investigation = "onderzoek",
        /// Beslissing in het werkoverleg.
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

impl Stage {
    /// How far the lead case of a joined report is.
    fn of_lead(stand: LeadStand) -> Option<Self> {
        match stand {
            LeadStand::Investigated => Some(Self::Investigation),
            LeadStand::Discussed | LeadStand::Decided => Some(Self::Decision),
            LeadStand::Begun | LeadStand::Closed => None,
        }
    }

    /// The stage that a case has come to. A joined report is as far as its lead case.
    pub(super) fn reached(case: &Case) -> Self {
        let own = Self::from(case.status().step());
        let lead = case.joined().and_then(|joined| Self::of_lead(joined.stand.open()));
        lead.filter(|lead| *lead as u8 > own as u8).unwrap_or(own)
    }

    /// The stage that begins with this event: the same for the melder's view and the AF's.
    #[must_use]
    pub fn begun_by(event: &Event) -> Option<Self> {
        match event {
            Event::ContactMade(_) | Event::ReachedLater(_) => Some(Stage::Contact),
            Event::InvestigationStarted(_) => Some(Stage::Investigation),
            Event::MovedToDecision => Some(Stage::Decision),
            Event::Closed | Event::ClosedEarly(_) | Event::ClosedUntold(_) => Some(Stage::Done),
            Event::ClosedTogether(_)
            | Event::ClosedUnderLead(_)
            | Event::Agreed(Proposal::Malicious(_) | Proposal::Untold(_)) => Some(Stage::Done),
            Event::LeadMoved(note) => Self::of_lead(note.stand),
            Event::Attempted(_)
            | Event::FormSaved(_)
            | Event::EndDateMoved(_)
            | Event::SourceConsulted { .. }
            | Event::TaskNoted(_)
            | Event::TaskDone(_)
            | Event::ReporterAsked(_)
            | Event::QuestionSettled(_)
            | Event::KmtChecked(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::WentBack(_)
            | Event::TalkedOver(_)
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::Answered(_)
            | Event::TableMoved(_)
            | Event::TableDiscussed(_)
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Reopened(_)
            | Event::Remarked(_)
            | Event::Joined(_)
            | Event::Unjoined(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::CareOpened(_)
            | Event::PackKept(_)
            | Event::Kmt(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Declined(_)
            | Event::Withdrawn(_)
            | Event::Rights(_)
            | Event::Agreed(
                Proposal::Ruling(_)
                | Proposal::NoContact(_)
                | Proposal::Exclude(_)
                | Proposal::Lift(_)
                | Proposal::NoFeedback(_)
                | Proposal::EndHold(_)
                | Proposal::VttNotNeeded(_)
                | Proposal::LowerSafety(_),
            ) => None,
        }
    }
}
