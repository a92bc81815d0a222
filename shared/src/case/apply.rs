//! Applies an event to a status. Nothing is decided here.
use super::{
    Closed, Conversation, Decision, Ending, Entry, Event, Feedback, InContact, Investigation, Misfit, NoTalk, Proposal,
    Received, Referred, Status, Table, Talk, Telling,
    notes::{Attempt, ContactNote, EarlyReason, FormSheet, GoingBack, KmtCheck, NoContact, Plan, Ruling},
};
use crate::moment::Moment;

impl Status {
    /// The status after this entry.
    pub(super) fn after(self, entry: &Entry) -> Result<Self, Misfit> {
        let at = entry.at;
        match &entry.event {
            Event::Attempted(note) => self.attempted(entry.happened(), note),
            Event::ContactMade(note) => self.contact_made(entry.happened(), note),
            Event::ReachedLater(note) => self.reached_later(entry.happened(), note),
            Event::FormSaved(form) => self.form_saved(form),
            Event::InvestigationStarted(plan) => self.investigation_started(plan),
            Event::EndDateMoved(note) => self.investigation(|state| state.plan.until = note.until),
            Event::SourceConsulted { note, ground } => self.investigation(|state| {
                state.sources.push((note.clone(), ground.clone()));
            }),
            Event::KmtChecked(check) => self.kmt_checked(check),
            Event::MovedToDecision => self.moved_to_decision(at),
            Event::WentBack(note) => self.went_back(note),
            Event::Decided(ruling) => self.decided(at, ruling),
            Event::ReferralConfirmed(confirmation) => self.of_receivers(|state| state.confirm(confirmation)),
            Event::Answered(answer) => self.of_receivers(|state| state.answered(answer)),
            Event::TableMoved(note) => self.of_tables(note.referral, |table| table.on = note.on),
            Event::TableDiscussed(note) => self.of_tables(note.referral, |table| table.discussed = Some(note.clone())),
            Event::FeedbackGiven(note) => self.feedback(|| Feedback::Given(note.clone())),
            Event::NoFeedbackAgreed => self.feedback(|| Feedback::Withheld),
            Event::NoFeedbackProposed(_) => self.while_referred(),
            Event::Closed => self.closed(at),
            Event::ClosedEarly(note) => self.ended_early(at, note.reason, Telling::Told),
            Event::ClosedUntold(note) => self.ended_early(at, note.reason, Telling::Untold),
            Event::ClosedTogether(_) => self.ended_early(at, EarlyReason::Mistake, Telling::Untold),
            Event::Reopened(_) => self.reopened(),
            Event::Proposed(proposal) => self.proposed(proposal),
            Event::Agreed(proposal) => self.agreed(at, proposal),
            Event::Assigned { .. } => self.while_open(),
            Event::TalkedOver(_) => self.while_undecided(),
            // these never come here: the case itself follows them
            Event::Joined(_) | Event::Unjoined(_) | Event::LeadMoved(_) | Event::ClosedUnderLead(_) => Err(Misfit),
            // these change no step: their effect is outside the status
            Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::TaskNoted(_)
            | Event::TaskDone(_)
            | Event::ReporterAsked(_)
            | Event::QuestionSettled(_)
            | Event::Remarked(_)
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::CareOpened(_)
            | Event::PackKept(_)
            | Event::Kmt(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Declined(_)
            | Event::Withdrawn(_)
            | Event::Rights(_) => Ok(self),
        }
    }

    /// Where something can be proposed.
    fn proposed(self, proposal: &Proposal) -> Result<Self, Misfit> {
        match proposal {
            Proposal::NoContact(_) => self.while_received(),
            Proposal::NoFeedback(_) => self.while_referred(),
            Proposal::Ruling(_) | Proposal::Malicious(_) | Proposal::Untold(_) => self.while_open(),
            Proposal::Exclude(_)
            | Proposal::Lift(_)
            | Proposal::EndHold(_)
            | Proposal::VttNotNeeded(_)
            | Proposal::LowerSafety(_) => Ok(self),
        }
    }

    /// What becomes of the case when the second person agrees.
    fn agreed(self, at: Moment, proposal: &Proposal) -> Result<Self, Misfit> {
        match proposal {
            Proposal::NoContact(note) => self.without_contact(at, note),
            Proposal::Ruling(ruling) => self.decided(at, ruling),
            Proposal::NoFeedback(_) => self.feedback(|| Feedback::Withheld),
            Proposal::Malicious(note) => self.ended_early(at, note.reason, Telling::Told),
            Proposal::Untold(note) => self.ended_early(at, note.reason, Telling::Untold),
            Proposal::Exclude(_)
            | Proposal::Lift(_)
            | Proposal::EndHold(_)
            | Proposal::VttNotNeeded(_)
            | Proposal::LowerSafety(_) => Ok(self),
        }
    }

    fn attempted(self, at: Moment, note: &Attempt) -> Result<Self, Misfit> {
        let Self::Received(mut state) = self else { return Err(Misfit) };
        state.attempts.push((at, note.clone()));
        Ok(Self::Received(state))
    }

    fn contact_made(self, at: Moment, note: &ContactNote) -> Result<Self, Misfit> {
        let Self::Received(Received { attempts }) = self else { return Err(Misfit) };
        let talk = Talk::Held(Conversation { attempts, at, note: note.clone() });
        Ok(Self::InContact(InContact { talk, form: None }))
    }

    fn without_contact(self, at: Moment, note: &NoContact) -> Result<Self, Misfit> {
        let Self::Received(Received { attempts }) = self else { return Err(Misfit) };
        let talk = Talk::Missing(NoTalk { attempts, at, note: note.clone() });
        Ok(Self::InContact(InContact { talk, form: None }))
    }

    /// From now on there is somebody to tell.
    fn reached_later(mut self, at: Moment, note: &ContactNote) -> Result<Self, Misfit> {
        let talk = match &mut self {
            Self::InContact(state) => &mut state.talk,
            Self::Investigation(state) => &mut state.talk,
            Self::Decision(state) => &mut state.inquiry.talk,
            Self::Referred(state) => {
                if state.feedback == Feedback::Moot {
                    state.feedback = Feedback::Open;
                }
                &mut state.inquiry.talk
            }
            Self::Received(_) | Self::Closed(_) => return Err(Misfit),
        };
        let Talk::Missing(without) = talk else { return Err(Misfit) };
        let attempts = std::mem::take(&mut without.attempts);
        *talk = Talk::Held(Conversation { attempts, at, note: note.clone() });
        Ok(self)
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

    fn went_back(self, note: &GoingBack) -> Result<Self, Misfit> {
        let Self::Decision(Decision { mut inquiry, .. }) = self else { return Err(Misfit) };
        inquiry.plan.until = note.until.unwrap_or(inquiry.plan.until);
        Ok(Self::Investigation(inquiry))
    }

    fn decided(self, at: Moment, ruling: &Ruling) -> Result<Self, Misfit> {
        let Self::Decision(Decision { inquiry, .. }) = self else { return Err(Misfit) };
        Ok(Self::Referred(Referred::new(inquiry, ruling.clone(), at)))
    }

    /// Receivers may still confirm and answer when the case is closed.
    fn of_receivers(mut self, add: impl FnOnce(&mut Referred) -> Result<(), Misfit>) -> Result<Self, Misfit> {
        match &mut self {
            Self::Referred(state) => add(state)?,
            Self::Closed(Closed { ending: Ending::Completed(state), .. }) => add(state)?,
            Self::Closed(Closed { ending: Ending::Early { .. } | Ending::UnderLead { .. }, .. })
            | Self::Received(_)
            | Self::InContact(_)
            | Self::Investigation(_)
            | Self::Decision(_) => return Err(Misfit),
        }
        Ok(self)
    }

    fn of_tables(self, referral: usize, change: impl FnOnce(&mut Table)) -> Result<Self, Misfit> {
        let Self::Referred(mut state) = self else { return Err(Misfit) };
        let waits = |table: &&mut Table| table.referral == referral && table.discussed.is_none();
        change(state.tables.iter_mut().find(waits).ok_or(Misfit)?);
        Ok(Self::Referred(state))
    }

    fn feedback(self, outcome: impl FnOnce() -> Feedback) -> Result<Self, Misfit> {
        let Self::Referred(state) = self else { return Err(Misfit) };
        Ok(Self::Referred(Referred { feedback: outcome(), ..state }))
    }

    fn while_referred(self) -> Result<Self, Misfit> {
        if matches!(self, Self::Referred(_)) { Ok(self) } else { Err(Misfit) }
    }

    fn while_received(self) -> Result<Self, Misfit> {
        if matches!(self, Self::Received(_)) { Ok(self) } else { Err(Misfit) }
    }

    fn while_open(self) -> Result<Self, Misfit> {
        if matches!(self, Self::Closed(_)) { Err(Misfit) } else { Ok(self) }
    }

    fn while_undecided(self) -> Result<Self, Misfit> {
        if self.referred().is_some() { Err(Misfit) } else { self.while_open() }
    }

    fn closed(self, at: Moment) -> Result<Self, Misfit> {
        let Self::Referred(state) = self else { return Err(Misfit) };
        Ok(Self::Closed(Closed { at, ending: Ending::Completed(Box::new(state)) }))
    }

    fn ended_early(self, at: Moment, reason: EarlyReason, telling: Telling) -> Result<Self, Misfit> {
        let was = Box::new(self.while_open()?);
        Ok(Self::Closed(Closed { at, ending: Ending::Early { was, reason, telling } }))
    }

    /// Back to the step that the work had reached. From a decision, or just before one, that is the investigation.
    fn reopened(self) -> Result<Self, Misfit> {
        let Self::Closed(Closed { ending, .. }) = self else { return Err(Misfit) };
        let was = match ending {
            Ending::Completed(referred) => return Ok(Self::Investigation(referred.inquiry)),
            Ending::Early { was, .. } | Ending::UnderLead { was, .. } => *was,
        };
        Ok(match was {
            Self::Decision(Decision { inquiry, .. }) | Self::Referred(Referred { inquiry, .. }) => {
                Self::Investigation(inquiry)
            }
            open @ (Self::Received(_) | Self::InContact(_) | Self::Investigation(_) | Self::Closed(_)) => open,
        })
    }
}
