//! The proposals of a case that wait for a second person.
use super::{Entry, Event, Misfit, Pending, Proposal, RightsEvent, Topic};
use crate::id::AccountId;

/// At most one about each topic, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Waiting(Vec<Pending>);

impl Waiting {
    /// All of them.
    pub(super) fn all(&self) -> &[Pending] {
        &self.0
    }

    /// The case moved on to another step.
    pub(super) fn moved_on(&mut self) {
        self.0.retain(|pending| pending.proposal.topic().outlives_its_step());
    }

    /// Nobody has to agree to this any more.
    pub(super) fn end(&mut self, topic: Topic) {
        drop(self.settle(topic));
    }

    /// Age or danger turned out to be worse than when these were proposed.
    pub(super) fn grew_worse(&mut self) {
        drop(self.settle(Topic::Vtt));
        drop(self.settle(Topic::Safety));
    }

    /// Applies an entry to them.
    ///
    /// # Errors
    /// [`Misfit`] when nobody, or the same person, proposed what was agreed to.
    pub(super) fn follow(&mut self, entry: &Entry) -> Result<(), Misfit> {
        match &entry.event {
            Event::Proposed(proposal) => self.propose(&entry.by, proposal.clone()),
            Event::NoFeedbackProposed(reason) => self.propose(&entry.by, Proposal::NoFeedback(reason.clone())),
            Event::Rights(RightsEvent::LiftProposed(why)) => self.propose(&entry.by, Proposal::EndHold(why.clone())),
            Event::Agreed(proposal) => self.agree(entry, proposal)?,
            Event::Declined(rejected) => different_people(&self.take(&rejected.proposal)?, entry)?,
            Event::Withdrawn(rejected) => same_person(&self.take(&rejected.proposal)?, entry)?,
            Event::OwnReported => self.forget_exclusion(&entry.by),
            Event::NoFeedbackAgreed => self.agreed(Topic::Feedback, entry)?,
            Event::Rights(RightsEvent::LiftAgreed) => self.agreed(Topic::Hold, entry)?,
            // these settle it otherwise
            Event::FeedbackGiven(_) => drop(self.settle(Topic::Feedback)),
            Event::Rights(RightsEvent::Held(_)) => drop(self.settle(Topic::Hold)),
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
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::MovedToDecision
            | Event::WentBack(_)
            | Event::TalkedOver(_)
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::Answered(_)
            | Event::TableMoved(_)
            | Event::TableDiscussed(_)
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedUntold(_)
            | Event::ClosedTogether(_)
            | Event::Reopened(_)
            | Event::Remarked(_)
            | Event::Joined(_)
            | Event::Unjoined(_)
            | Event::LeadMoved(_)
            | Event::ClosedUnderLead(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::CareOpened(_)
            | Event::PackKept(_)
            | Event::Kmt(_)
            | Event::Excluded(_)
            | Event::Rights(_) => {}
        }
        Ok(())
    }

    fn agree(&mut self, entry: &Entry, proposal: &Proposal) -> Result<(), Misfit> {
        different_people(&self.take(proposal)?, entry)?;
        if let Proposal::Lift(note) = proposal {
            self.forget_exclusion(&note.who);
        }
        Ok(())
    }

    fn propose(&mut self, by: &AccountId, proposal: Proposal) {
        drop(self.settle(proposal.topic()));
        self.0.push(Pending { by: by.clone(), proposal });
    }

    /// Whether this AF is excluded was settled otherwise.
    fn forget_exclusion(&mut self, who: &AccountId) {
        self.0.retain(|one| !matches!(&one.proposal, Proposal::Exclude(proposed) if proposed.who == *who));
    }

    /// Another person agreed to what waits about this.
    fn agreed(&mut self, topic: Topic, entry: &Entry) -> Result<(), Misfit> {
        different_people(&self.settle(topic).ok_or(Misfit)?, entry)
    }

    /// Takes away exactly this proposal.
    fn take(&mut self, proposal: &Proposal) -> Result<Pending, Misfit> {
        let pending = self.settle(proposal.topic()).ok_or(Misfit)?;
        if pending.proposal == *proposal { Ok(pending) } else { Err(Misfit) }
    }

    /// Takes away what waits about this.
    fn settle(&mut self, topic: Topic) -> Option<Pending> {
        let at = self.0.iter().position(|pending| pending.proposal.topic() == topic)?;
        Some(self.0.remove(at))
    }
}

/// The two who decide something together are not the same.
fn different_people(pending: &Pending, entry: &Entry) -> Result<(), Misfit> {
    if pending.by == entry.by { Err(Misfit) } else { Ok(()) }
}

/// Whoever proposed it takes it back.
fn same_person(pending: &Pending, entry: &Entry) -> Result<(), Misfit> {
    if pending.by == entry.by { Ok(()) } else { Err(Misfit) }
}
