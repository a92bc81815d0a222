//! Who has a case, and who may not know of it, after each entry.
use super::Case;
use crate::{
    case::{Entry, Event, Proposal, ProposedExclusion},
    id::AccountId,
};

impl Case {
    /// Updates the assignment and the exclusions from an entry.
    pub(super) fn follow(&mut self, entry: &Entry) {
        let by = &entry.by;
        match &entry.event {
            Event::Assigned { to } => self.assigned = Some(to.clone()),
            Event::CodeIssued { status_key } => self.status_key = status_key.clone(),
            Event::Excluded(note) => self.oust(by, &note.who),
            Event::Proposed(Proposal::Exclude(proposed)) => self.exclude_for_now(by, proposed),
            Event::Agreed(Proposal::Exclude(proposed)) => self.exclude(&proposed.who),
            Event::OwnReported => self.exclude(by),
            Event::Agreed(Proposal::Lift(note)) => self.exclusions.lift(&note.who),
            // whoever opens it again has it
            Event::Reopened(_) => self.assigned = Some(by.clone()),
            // what was closed with many others is nobody's, so that every AF can look at it again
            Event::ClosedTogether(_) | Event::Remarked(_) | Event::Opened(_) | Event::Rights(_) => {}
            Event::TalkedOver(_) | Event::CareOpened(_) | Event::PackKept(_) => {}
            // who has a report stays who has it
            Event::Joined(_) | Event::Unjoined(_) | Event::LeadMoved(_) | Event::ClosedUnderLead(_) => {}
            Event::Proposed(proposal) | Event::Agreed(proposal) => {
                if proposal.is_work() {
                    self.take(by);
                }
            }
            // an exclusion that works already ends when nobody agrees to it
            Event::Declined(note) | Event::Withdrawn(note) => {
                if let Proposal::Exclude(proposed) = &note.proposal {
                    self.exclusions.end_provisional(&proposed.who);
                }
            }
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::ReachedLater(_)
            | Event::FormSaved(_)
            | Event::InvestigationStarted(_)
            | Event::EndDateMoved(_)
            | Event::TaskNoted(_)
            | Event::TaskDone(_)
            | Event::ReporterAsked(_)
            | Event::QuestionSettled(_)
            | Event::SourceConsulted { .. }
            | Event::KmtChecked(_)
            | Event::Kmt(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::MovedToDecision
            | Event::WentBack(_)
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::Answered(_)
            | Event::TableMoved(_)
            | Event::TableDiscussed(_)
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedUntold(_) => self.take(by),
        }
    }

    fn exclude_for_now(&mut self, by: &AccountId, proposed: &ProposedExclusion) {
        self.note_ouster(by, &proposed.who);
        if let Some(until) = proposed.until {
            self.exclusions.exclude_until(&proposed.who, until);
        }
    }

    /// Whoever does the first work on a case that nobody has, has it.
    fn take(&mut self, by: &AccountId) {
        if !self.has_ousted(by) {
            self.assigned.get_or_insert_with(|| by.clone());
        }
    }

    fn oust(&mut self, by: &AccountId, who: &AccountId) {
        self.note_ouster(by, who);
        self.exclude(who);
    }

    fn note_ouster(&mut self, by: &AccountId, who: &AccountId) {
        if self.assigned.as_ref() == Some(who) && !self.has_ousted(by) {
            self.ousters.push(by.clone());
        }
    }

    fn exclude(&mut self, who: &AccountId) {
        self.exclusions.exclude(who);
        self.assigned.take_if(|assigned| assigned == who);
    }
}
