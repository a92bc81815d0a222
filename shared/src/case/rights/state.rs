use super::{
    RightsEvent,
    notes::{Advice, Correction, Ground, Request, RequestDecision, Right, Verdict, Why},
};
use crate::{
    case::{Case, Ending, Entry, Event, Misfit, Status, notes::Assessment, notes::EarlyReason},
    id::AccountId,
    moment::Day,
    report::YesNo,
    retention::{Blocked, Kept, Outcome},
};

/// Where a case stands with all this. It follows from the events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    hold: Option<Hold>,
    restricted: bool,
    requests: Vec<RequestState>,
    taken_over: Option<Day>,
    corrections: Vec<Correction>,
    doomed: bool,
}

/// A legal hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Why.
    pub why: Why,
    /// Which AF finds that it can end.
    pub lift_proposed_by: Option<AccountId>,
}

/// A data subject's request, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestState {
    /// What was asked.
    pub request: Request,
    /// What an AF advises.
    pub advice: Option<Advice>,
    /// Whether the FG agreed to it.
    pub agreed: bool,
}

impl RequestState {
    /// What was decided by both, if anything was.
    #[must_use]
    pub fn decided(&self) -> Option<(Verdict, Ground)> {
        self.advice.as_ref().filter(|_| self.agreed).map(|advice| (advice.verdict, advice.ground))
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
    /// The legal hold, if there is one.
    #[must_use]
    pub fn hold(&self) -> Option<&Hold> {
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

    /// Whether something of it waits for a second AF: that the hold can end. Then the case is on the agenda.
    #[must_use]
    pub fn awaits_second(&self) -> bool {
        self.hold.as_ref().is_some_and(|hold| hold.lift_proposed_by.is_some())
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
        let granted = |state: &RequestState| matches!(state.decided(), Some((Verdict::Give, _)));
        self.requests.iter().any(|state| state.request.right == Right::Erasure && granted(state))
    }

    /// What stands in the way of destroying the case.
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

    /// What these entries add up to, for who has the timeline of a case.
    ///
    /// # Errors
    /// [`Misfit`] for entries that cannot have happened in this order.
    pub fn of(entries: &[Entry]) -> Result<Self, Misfit> {
        entries.iter().try_fold(Self::default(), |rights, entry| {
            if let Event::Rights(event) = &entry.event { rights.after(event, entry) } else { Ok(rights) }
        })
    }

    /// After this entry.
    pub(in crate::case) fn after(mut self, event: &RightsEvent, entry: &Entry) -> Result<Self, Misfit> {
        if self.doomed {
            return Err(Misfit);
        }
        match event {
            RightsEvent::Corrected(correction) => self.corrections.push(correction.clone()),
            RightsEvent::Held(why) => self.hold = Some(Hold { why: why.clone(), lift_proposed_by: None }),
            RightsEvent::LiftProposed(_) => {
                self.hold.as_mut().ok_or(Misfit)?.lift_proposed_by = Some(entry.by.clone());
            }
            RightsEvent::LiftAgreed => {
                let first = self.hold.take().and_then(|hold| hold.lift_proposed_by).ok_or(Misfit)?;
                if first == entry.by {
                    return Err(Misfit);
                }
            }
            RightsEvent::Restricted(_) => self.restricted = true,
            RightsEvent::RestrictionLifted(_) => self.restricted = false,
            RightsEvent::Requested(request) => {
                self.requests.push(RequestState { request: request.clone(), advice: None, agreed: false });
            }
            RightsEvent::Advised(advice) => self.advised(advice)?,
            RightsEvent::RequestDecided(decision) => self.decided(decision)?,
            RightsEvent::TakenOver(note) => self.taken_over = Some(note.day),
            RightsEvent::Doomed => self.doomed = true,
            RightsEvent::Informed(_) | RightsEvent::InformingDeferred(_) => {}
        }
        Ok(self)
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

impl Case {
    /// What its term depends on; `None` while it is open.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        let Status::Closed(closed) = self.status() else { return None };
        let outcome = match &closed.ending {
            Ending::Completed(referred) => match referred.ruling.assessment {
                Assessment::Likely => Outcome::Likely,
                Assessment::Unclear => Outcome::Unclear,
                Assessment::TooLittle => Outcome::TooLittle,
            },
            Ending::Early { note, .. } => match note.reason {
                EarlyReason::Mistake => Outcome::Mistake,
                EarlyReason::Duplicate => Outcome::Duplicate,
                EarlyReason::NotTrafficking => Outcome::NotTrafficking,
                EarlyReason::Malicious => Outcome::Malicious,
            },
        };
        let rights = self.rights();
        let (taken_over, blocked) = (rights.taken_over, rights.blocked());
        Some(Kept { closed: closed.at.day(), outcome, taken_over, blocked })
    }

    /// All places where the melder's status ever lay: the first, and one for each new code.
    #[must_use]
    pub fn status_keys(&self) -> Vec<crate::id::StatusKey> {
        let issued = self.entries().iter().filter_map(|entry| {
            if let Event::CodeIssued { status_key } = &entry.event { Some(status_key.clone()) } else { None }
        });
        std::iter::once(self.origins().status_key.clone()).chain(issued).collect()
    }
}
