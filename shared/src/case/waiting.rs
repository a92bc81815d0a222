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
            Event::OwnReported => self.forget_exclusion(&entry.by),
            Event::NoFeedbackAgreed => different_people(&self.settle(Topic::Feedback).ok_or(Misfit)?, entry)?,
            Event::Rights(RightsEvent::LiftAgreed) => {
                different_people(&self.settle(Topic::Hold).ok_or(Misfit)?, entry)?;
            }
            // these settle it otherwise
            Event::FeedbackGiven(_) => drop(self.settle(Topic::Feedback)),
            Event::Rights(RightsEvent::Held(_)) => drop(self.settle(Topic::Hold)),
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::FormSaved(_)
            | Event::InvestigationStarted(_)
            | Event::EndDateMoved(_)
            | Event::SourceConsulted { .. }
            | Event::KmtChecked(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::MovedToDecision
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedTogether(_)
            | Event::Reopened(_)
            | Event::Remarked(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::Excluded(_)
            | Event::Rights(
                RightsEvent::Corrected(_)
                | RightsEvent::Restricted(_)
                | RightsEvent::RestrictionLifted(_)
                | RightsEvent::Requested(_)
                | RightsEvent::Identified(_)
                | RightsEvent::Advised(_)
                | RightsEvent::RequestDecided(_)
                | RightsEvent::Informed(_)
                | RightsEvent::InformingDeferred(_)
                | RightsEvent::TakenOver(_)
                | RightsEvent::Doomed,
            ) => {}
        }
        Ok(())
    }

    fn agree(&mut self, entry: &Entry, proposal: &Proposal) -> Result<(), Misfit> {
        let pending = self.settle(proposal.topic()).ok_or(Misfit)?;
        different_people(&pending, entry)?;
        if pending.proposal != *proposal {
            return Err(Misfit);
        }
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
