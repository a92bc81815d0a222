use super::notes::{Advice, Correction, Ground, Identified, Request, RequestDecision, Right, Verdict, Why};
use crate::{
    answer::YesNo,
    case::{Entry, Event, Misfit, RightsEvent, Topic},
    moment::Day,
    retention::Blocked,
};

/// The state of retention and rights of a case, derived from its events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    hold: Option<Why>,
    restricted: bool,
    requests: Vec<RequestState>,
    taken_over: Option<Day>,
    corrections: Vec<Correction>,
    doomed: bool,
    review: Option<Day>,
}

/// A data subject's request, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestState {
    /// The request.
    pub request: Request,
    /// The day on which it was established who asks, if that was later.
    pub identified_on: Option<Day>,
    /// An AF's advice, once it is given.
    pub advice: Option<Advice>,
    /// Whether the FG agreed to it.
    pub agreed: bool,
}

impl RequestState {
    /// The decision and its ground, once AF and FG agree.
    #[must_use]
    pub fn decided(&self) -> Option<(Verdict, Ground)> {
        self.advice.as_ref().filter(|_| self.agreed).map(|advice| (advice.verdict, advice.ground))
    }

    /// Whether it is established who asks.
    #[must_use]
    pub fn is_identified(&self) -> bool {
        self.request.identified == YesNo::Yes || self.identified_on.is_some()
    }

    /// Whether AF and FG granted an erasure: then the case is to be destroyed.
    #[must_use]
    pub fn grants_erasure(&self) -> bool {
        self.request.right == Right::Erasure && matches!(self.decided(), Some((Verdict::Give, _)))
    }

    /// Whether something is still to be decided: also after uitstel.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.decided() {
            Some((Verdict::Give | Verdict::Refuse, _)) => false,
            Some((Verdict::Defer, _)) | None => true,
        }
    }
}

impl Rights {
    /// Why there is a legal hold, if there is one.
    #[must_use]
    pub fn hold(&self) -> Option<&Why> {
        self.hold.as_ref()
    }

    /// Whether nothing may be done with the case but keep it (AVG 18).
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.restricted
    }

    /// All requests, in the order in which they came.
    #[must_use]
    pub fn requests(&self) -> &[RequestState] {
        &self.requests
    }

    /// The day on which another system took the case over.
    #[must_use]
    pub fn taken_over(&self) -> Option<Day> {
        self.taken_over
    }

    /// The day on which it is looked at again whether a data subject can be told.
    #[must_use]
    pub fn review(&self) -> Option<Day> {
        self.review
    }

    /// All corrections, oldest first.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// Whether its destruction was agreed to by two people.
    #[must_use]
    pub fn is_doomed(&self) -> bool {
        self.doomed
    }

    /// Whether an erasure was granted.
    #[must_use]
    pub fn erasure_granted(&self) -> bool {
        self.requests.iter().any(RequestState::grants_erasure)
    }

    /// The reason why the case may not be destroyed now, if there is one.
    #[must_use]
    pub fn blocked(&self) -> Option<Blocked> {
        if self.hold.is_some() {
            Some(Blocked::Hold)
        } else if self.restricted {
            Some(Blocked::Restricted)
        } else {
            self.requests.iter().any(RequestState::is_open).then_some(Blocked::Request)
        }
    }

    /// The state that these entries result in, for a reader of the timeline of a case.
    ///
    /// # Errors
    /// [`Misfit`] for entries that cannot have happened in this order.
    pub fn of(entries: &[Entry]) -> Result<Self, Misfit> {
        entries.iter().try_fold(Self::default(), |rights, entry| rights.after(&entry.event))
    }

    /// After this event.
    pub(in crate::case) fn after(mut self, event: &Event) -> Result<Self, Misfit> {
        match event {
            Event::Rights(event) => self.follow(event)?,
            Event::Proposed(proposal) => {
                if proposal.topic() == Topic::Hold && self.hold.is_none() {
                    return Err(Misfit);
                }
            }
            Event::Agreed(proposal) if proposal.topic() == Topic::Hold => drop(self.hold.take().ok_or(Misfit)?),
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::ReachedLater(_)
            | Event::FormSaved(_)
            | Event::InvestigationStarted(_)
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
            | Event::MovedToDecision
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
            | Event::OwnReported
            | Event::Agreed(_)
            | Event::Declined(_)
            | Event::Withdrawn(_) => {}
        }
        Ok(self)
    }

    fn follow(&mut self, event: &RightsEvent) -> Result<(), Misfit> {
        if self.doomed {
            return Err(Misfit);
        }
        match event {
            RightsEvent::Corrected(correction) => self.corrections.push(correction.clone()),
            RightsEvent::Held(why) => self.hold = Some(why.clone()),
            RightsEvent::LiftProposed(_) => drop(self.hold.as_ref().ok_or(Misfit)?),
            RightsEvent::LiftAgreed => drop(self.hold.take().ok_or(Misfit)?),
            RightsEvent::Restricted(_) => self.restricted = true,
            RightsEvent::RestrictionLifted(_) => self.restricted = false,
            RightsEvent::Requested(request) => {
                let (request, identified_on) = (request.clone(), None);
                self.requests.push(RequestState { request, identified_on, advice: None, agreed: false });
            }
            RightsEvent::Identified(note) => self.identified(note)?,
            RightsEvent::Advised(advice) => self.advised(advice)?,
            RightsEvent::RequestDecided(decision) => self.decided(decision)?,
            RightsEvent::TakenOver(note) => self.taken_over = Some(note.day),
            RightsEvent::Doomed => self.doomed = true,
            RightsEvent::Informed(_) => self.review = None,
            RightsEvent::InformingDeferred(note) => self.review = Some(note.review),
        }
        Ok(())
    }

    fn identified(&mut self, note: &Identified) -> Result<(), Misfit> {
        let state = self.requests.get_mut(note.request).ok_or(Misfit)?;
        state.identified_on = Some(note.day);
        Ok(())
    }

    fn advised(&mut self, advice: &Advice) -> Result<(), Misfit> {
        let state = self.requests.get_mut(advice.request).ok_or(Misfit)?;
        (state.advice, state.agreed) = (Some(advice.clone()), false);
        Ok(())
    }

    fn decided(&mut self, decision: &RequestDecision) -> Result<(), Misfit> {
        let state = self.requests.get_mut(decision.request).ok_or(Misfit)?;
        match decision.agreed {
            YesNo::Yes => state.agreed = true,
            YesNo::No => state.advice = None,
        }
        Ok(())
    }
}
