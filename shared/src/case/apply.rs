//! Applies an event to a status. Nothing is decided here.
use super::{
    Closed, Decision, Ending, Entry, Event, Feedback, InContact, Investigation, Misfit, Proposal, Received, Referred,
    Status, Talk,
    notes::{Attempt, Confirmation, ContactNote, EarlyReason, FormSheet, KmtCheck, Plan, Ruling},
};
use crate::moment::Moment;

impl Status {
    /// The status after this entry.
    pub(super) fn after(self, entry: &Entry) -> Result<Self, Misfit> {
        let at = entry.at;
        match &entry.event {
            Event::Attempted(note) => self.attempted(entry.happened(), note),
            Event::ContactMade(note) => self.contact_made(entry.happened(), note),
            Event::FormSaved(form) => self.form_saved(form),
            Event::InvestigationStarted(plan) => self.investigation_started(plan),
            Event::EndDateMoved(note) => self.investigation(|state| state.plan.until = note.until),
            Event::SourceConsulted { note, ground } => self.investigation(|state| {
                state.sources.push((note.clone(), ground.clone()));
            }),
            Event::KmtChecked(check) => self.kmt_checked(check),
            Event::MovedToDecision => self.moved_to_decision(at),
            Event::Decided(ruling) | Event::Agreed(Proposal::Ruling(ruling)) => self.decided(at, ruling),
            Event::ReferralConfirmed(confirmation) => self.confirmed(confirmation),
            Event::FeedbackGiven(note) => self.feedback(|| Feedback::Given(note.clone())),
            Event::NoFeedbackAgreed | Event::Agreed(Proposal::NoFeedback(_)) => self.feedback(|| Feedback::Withheld),
            Event::NoFeedbackProposed(_) | Event::Proposed(Proposal::NoFeedback(_)) => self.while_referred(),
            Event::Closed => self.closed(at),
            Event::ClosedEarly(note) | Event::Agreed(Proposal::Malicious(note)) => self.ended_early(at, note.reason),
            Event::ClosedTogether(_) => self.ended_early(at, EarlyReason::Mistake),
            Event::Reopened(_) => self.reopened(),
            Event::Assigned { .. } | Event::Proposed(Proposal::Ruling(_) | Proposal::Malicious(_)) => self.while_open(),
            // these change no step: their effect is outside the status
            Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::Remarked(_)
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(
                Proposal::Exclude(_)
                | Proposal::Lift(_)
                | Proposal::EndHold(_)
                | Proposal::VttNotNeeded(_)
                | Proposal::LowerSafety(_),
            )
            | Event::Agreed(
                Proposal::Exclude(_)
                | Proposal::Lift(_)
                | Proposal::EndHold(_)
                | Proposal::VttNotNeeded(_)
                | Proposal::LowerSafety(_),
            )
            | Event::Rights(_) => Ok(self),
        }
    }

    fn attempted(self, at: Moment, note: &Attempt) -> Result<Self, Misfit> {
        let Self::Received(mut state) = self else { return Err(Misfit) };
        state.attempts.push((at, note.clone()));
        Ok(Self::Received(state))
    }

    fn contact_made(self, at: Moment, note: &ContactNote) -> Result<Self, Misfit> {
        let Self::Received(Received { attempts }) = self else { return Err(Misfit) };
        Ok(Self::InContact(InContact { talk: Talk { attempts, at, note: note.clone() }, form: None }))
    }

    fn form_saved(self, form: &FormSheet) -> Result<Self, Misfit> {
        match self {
            Self::InContact(state) => Ok(Self::InContact(InContact { form: Some(form.clone()), ..state })),
            Self::Investigation(state) => Ok(Self::Investigation(Investigation { form: form.clone(), ..state })),
            Self::Received(_) | Self::Decision(_) | Self::Referred(_) | Self::Closed(_) => Err(Misfit),
        }
    }

    fn investigation_started(self, plan: &Plan) -> Result<Self, Misfit> {
        let Self::InContact(InContact { talk, form: Some(form) }) = self else { return Err(Misfit) };
        let (sources, checks) = (Vec::new(), Vec::new());
        Ok(Self::Investigation(Investigation { talk, form, plan: plan.clone(), sources, checks }))
    }

    fn investigation(self, add: impl FnOnce(&mut Investigation)) -> Result<Self, Misfit> {
        let Self::Investigation(mut state) = self else { return Err(Misfit) };
        add(&mut state);
        Ok(Self::Investigation(state))
    }

    /// KMT is asked in the investigation; in the other open steps where Veilig Thuis declined, or for advice.
    fn kmt_checked(mut self, check: &KmtCheck) -> Result<Self, Misfit> {
        if let Self::Investigation(state) = &mut self {
            state.checks.push(check.clone());
        }
        self.while_open()
    }

    fn moved_to_decision(self, at: Moment) -> Result<Self, Misfit> {
        let Self::Investigation(inquiry) = self else { return Err(Misfit) };
        Ok(Self::Decision(Decision { inquiry, since: at }))
    }

    fn decided(self, at: Moment, ruling: &Ruling) -> Result<Self, Misfit> {
        let Self::Decision(Decision { inquiry, .. }) = self else { return Err(Misfit) };
        let (ruling, confirmed) = (ruling.clone(), Vec::new());
        Ok(Self::Referred(Referred { inquiry, ruling, decided_at: at, confirmed, feedback: Feedback::Open }))
    }

    /// A receiver may still confirm when the case is closed.
    fn confirmed(mut self, confirmation: &Confirmation) -> Result<Self, Misfit> {
        match &mut self {
            Self::Referred(state) => state.confirm(confirmation)?,
            Self::Closed(Closed { ending: Ending::Completed(state), .. }) => state.confirm(confirmation)?,
            Self::Closed(Closed { ending: Ending::Early { .. }, .. })
            | Self::Received(_)
            | Self::InContact(_)
            | Self::Investigation(_)
            | Self::Decision(_) => return Err(Misfit),
        }
        Ok(self)
    }

    fn feedback(self, outcome: impl FnOnce() -> Feedback) -> Result<Self, Misfit> {
        let Self::Referred(state) = self else { return Err(Misfit) };
        Ok(Self::Referred(Referred { feedback: outcome(), ..state }))
    }

    fn while_referred(self) -> Result<Self, Misfit> {
        if matches!(self, Self::Referred(_)) { Ok(self) } else { Err(Misfit) }
    }

    fn while_open(self) -> Result<Self, Misfit> {
        if matches!(self, Self::Closed(_)) { Err(Misfit) } else { Ok(self) }
    }

    fn closed(self, at: Moment) -> Result<Self, Misfit> {
        let Self::Referred(state) = self else { return Err(Misfit) };
        Ok(Self::Closed(Closed { at, ending: Ending::Completed(Box::new(state)) }))
    }

    fn ended_early(self, at: Moment, reason: EarlyReason) -> Result<Self, Misfit> {
        let was = Box::new(self.while_open()?);
        Ok(Self::Closed(Closed { at, ending: Ending::Early { was, reason } }))
    }

    /// Back to the step that the work had reached. From a decision, or just before one, that is the investigation.
    fn reopened(self) -> Result<Self, Misfit> {
        let Self::Closed(Closed { ending, .. }) = self else { return Err(Misfit) };
        let was = match ending {
            Ending::Completed(referred) => return Ok(Self::Investigation(referred.inquiry)),
            Ending::Early { was, .. } => *was,
        };
        Ok(match was {
            Self::Decision(Decision { inquiry, .. }) | Self::Referred(Referred { inquiry, .. }) => {
                Self::Investigation(inquiry)
            }
            open @ (Self::Received(_) | Self::InContact(_) | Self::Investigation(_) | Self::Closed(_)) => open,
        })
    }
}

impl Referred {
    fn confirm(&mut self, confirmation: &Confirmation) -> Result<(), Misfit> {
        let exists = confirmation.referral < self.ruling.referrals.len();
        let twice = self.confirmed.iter().any(|earlier| earlier.referral == confirmation.referral);
        if !exists || twice {
            return Err(Misfit);
        }
        self.confirmed.push(confirmation.clone());
        Ok(())
    }
}
