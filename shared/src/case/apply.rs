//! What an event makes of a status. Nothing is decided here.
use super::{
    Closed, Decision, Ending, Entry, Event, Feedback, InContact, Investigation, Proposal, Received, Referred, Status,
    Talk,
    notes::{Confirmation, KmtCheck, SourceNote},
};
use crate::text::Line;

/// An event that cannot have happened in the state it stands after: the stored case was damaged or tampered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misfit;

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the stored case has an event that does not fit the state before it")
    }
}

impl std::error::Error for Misfit {}

impl Status {
    /// The status after this entry.
    pub(super) fn after(self, entry: &Entry) -> Result<Self, Misfit> {
        let at = entry.at;
        Ok(match (&entry.event, self) {
            // moves no step: what it changes stands beside the status
            (Event::Rights(_), same) => same,
            (Event::Attempted(note), Self::Received(mut state)) => {
                state.attempts.push((at, note.clone()));
                Self::Received(state)
            }
            (Event::ContactMade(note), Self::Received(Received { attempts })) => {
                Self::InContact(InContact { talk: Talk { attempts, at, note: note.clone() }, form: None })
            }
            (Event::FormSaved(form), Self::InContact(state)) => {
                Self::InContact(InContact { form: Some(form.clone()), ..state })
            }
            (Event::FormSaved(form), Self::Investigation(state)) => {
                Self::Investigation(Investigation { form: form.clone(), ..state })
            }
            (Event::InvestigationStarted(plan), Self::InContact(InContact { talk, form: Some(form) })) => {
                let (sources, checks) = (Vec::new(), Vec::new());
                Self::Investigation(Investigation { talk, form, plan: plan.clone(), sources, checks })
            }
            (Event::SourceConsulted { note, ground }, Self::Investigation(state)) => state.with_source(note, ground),
            (Event::KmtChecked(check), Self::Investigation(state)) => state.with_check(check),
            (Event::MovedToDecision, Self::Investigation(inquiry)) => Self::Decision(Decision { inquiry, since: at }),
            (
                Event::Decided(ruling) | Event::Agreed(Proposal::Ruling(ruling)),
                Self::Decision(Decision { inquiry, .. }),
            ) => Self::Referred(Referred {
                inquiry,
                ruling: ruling.clone(),
                decided_at: at,
                confirmed: Vec::new(),
                feedback: Feedback::Open,
            }),
            (
                Event::ClosedEarly(note) | Event::Agreed(Proposal::Malicious(note)),
                was @ (Self::Received(_) | Self::InContact(_) | Self::Investigation(_) | Self::Decision(_)),
            ) => was.ended_early(entry, note),
            (_, Self::Referred(state)) => state.after(entry)?,
            (_, Self::Closed(state)) => state.after(entry)?,
            (
                Event::VttRecorded(_)
                | Event::Remarked(_)
                | Event::Assigned { .. }
                | Event::CodeIssued { .. }
                | Event::Excluded(_)
                | Event::OwnReported
                | Event::Proposed(_)
                | Event::Agreed(Proposal::Lift(_)),
                same,
            ) => same,
            (_, Self::Received(_) | Self::InContact(_) | Self::Investigation(_) | Self::Decision(_)) => {
                return Err(Misfit);
            }
        })
    }

    fn ended_early(self, entry: &Entry, note: &super::notes::EarlyEnd) -> Self {
        let ending = Ending::Early { was: Box::new(self), note: note.clone() };
        Self::Closed(Closed { at: entry.at, ending })
    }
}

impl Investigation {
    fn with_source(mut self, note: &SourceNote, ground: &Line) -> Status {
        self.sources.push((note.clone(), ground.clone()));
        Status::Investigation(self)
    }

    fn with_check(mut self, check: &KmtCheck) -> Status {
        self.checks.push(check.clone());
        Status::Investigation(self)
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

    fn after(mut self, entry: &Entry) -> Result<Status, Misfit> {
        match &entry.event {
            Event::ReferralConfirmed(confirmation) => self.confirm(confirmation)?,
            Event::FeedbackGiven(note) => self.feedback = Feedback::Given(note.clone()),
            Event::NoFeedbackProposed(reason) => {
                self.feedback = Feedback::NoneProposed { reason: reason.clone(), by: entry.by.clone() };
            }
            Event::NoFeedbackAgreed => {
                let Feedback::NoneProposed { reason, by } = self.feedback else {
                    return Err(Misfit);
                };
                self.feedback = Feedback::NoneAgreed { reason, by, agreed_by: entry.by.clone() };
            }
            Event::Closed => {
                let ending = Ending::Completed(Box::new(self));
                return Ok(Status::Closed(Closed { at: entry.at, ending }));
            }
            Event::ClosedEarly(note) | Event::Agreed(Proposal::Malicious(note)) => {
                return Ok(Status::Referred(self).ended_early(entry, note));
            }
            Event::VttRecorded(_)
            | Event::Remarked(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Rights(_)
            | Event::Agreed(Proposal::Lift(_)) => {}
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::FormSaved(_)
            | Event::InvestigationStarted(_)
            | Event::SourceConsulted { .. }
            | Event::KmtChecked(_)
            | Event::MovedToDecision
            | Event::Decided(_)
            | Event::Agreed(Proposal::Ruling(_))
            | Event::Reopened(_) => return Err(Misfit),
        }
        Ok(Status::Referred(self))
    }
}

impl Closed {
    fn after(mut self, entry: &Entry) -> Result<Status, Misfit> {
        match (&entry.event, &mut self.ending) {
            (Event::Reopened(_), _) => return Ok(self.reopened()),
            (Event::ReferralConfirmed(confirmation), Ending::Completed(referred)) => referred.confirm(confirmation)?,
            (
                Event::CodeIssued { .. }
                | Event::Excluded(_)
                | Event::OwnReported
                | Event::Proposed(Proposal::Lift(_))
                | Event::Agreed(Proposal::Lift(_)),
                _,
            ) => {}
            (_, Ending::Completed(_) | Ending::Early { .. }) => return Err(Misfit),
        }
        Ok(Status::Closed(self))
    }

    /// Back to where the work had come: after a decision, or just before one, to the investigation.
    fn reopened(self) -> Status {
        match self.ending {
            Ending::Completed(referred) => Status::Investigation(referred.inquiry),
            Ending::Early { was, .. } => match *was {
                Status::Decision(Decision { inquiry, .. }) | Status::Referred(Referred { inquiry, .. }) => {
                    Status::Investigation(inquiry)
                }
                open @ (Status::Received(_) | Status::InContact(_) | Status::Investigation(_) | Status::Closed(_)) => {
                    open
                }
            },
        }
    }
}
