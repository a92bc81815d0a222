//! Age, danger and Veilig Thuis (VTT): what is known now, and what is still to be done (domain §3, step 0).
//!
//! Everything that depends on these asks here: the acts, the lines, the alarms, the worklist and the page.
mod concern;
mod minor;
mod replay;
mod settles;
#[cfg(test)]
mod tests;

use super::{
    Entry, Event, Proposal,
    notes::{FormSheet, NotNeededFor, SafetyCorrection, SafetyFact, VttNote},
};
use crate::{answer::Known, moment::Day, report::Report};
use concern::Concern;

pub use settles::Settles;

/// What is known about safety after some entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Safety {
    minor: Concern,
    danger: Concern,
    /// What the latest form says of a minor.
    form: Known,
    /// The latest word on Veilig Thuis: an AF's, else the melder's.
    vtt: Option<VttNote>,
    taken_over: bool,
    /// The day on which VTT declined, until KMT was asked.
    declined: Option<Day>,
}

impl Safety {
    /// As the melder reported it.
    #[must_use]
    pub fn reported(report: &Report) -> Self {
        let vtt = report.vtt.as_ref().map(VttNote::from);
        let (minor, danger) = (Concern::of(report.minor), Concern::of(report.acute));
        let mut safety = Self { minor, danger, form: Known::No, vtt: None, taken_over: false, declined: None };
        if let Some(answer) = vtt {
            safety.record(&answer, Day::MIN);
        }
        safety
    }

    /// Adds an entry. Returns whether a fact became worse: then what two people were to agree on is no longer what is
    /// known.
    pub(super) fn follow(&mut self, entry: &Entry) -> Worse {
        let before = (self.minor.now(), self.danger.now());
        self.learn(entry);
        Worse(self.minor.now().is_worse_than(before.0) || self.danger.now().is_worse_than(before.1))
    }

    /// KMT was asked and answered: what Veilig Thuis did not take is with somebody.
    pub(super) fn kmt_advised(&mut self) {
        self.declined = None;
    }

    fn learn(&mut self, entry: &Entry) {
        match &entry.event {
            Event::FormSaved(form) => self.form_saved(form),
            Event::VttRecorded(note) => self.record(note, entry.at.day()),
            Event::Agreed(Proposal::VttNotNeeded(note)) => self.record(&note.clone().into(), entry.at.day()),
            Event::SafetyCorrected(note) | Event::Agreed(Proposal::LowerSafety(note)) => self.correct(note),
            Event::KmtChecked(_) => self.kmt_advised(),
            Event::TalkedOver(_) | Event::CareOpened(_) | Event::PackKept(_) | Event::Kmt(_) => {}
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::ReachedLater(_)
            | Event::InvestigationStarted(_)
            | Event::EndDateMoved(_)
            | Event::TaskNoted(_)
            | Event::TaskDone(_)
            | Event::ReporterAsked(_)
            | Event::QuestionSettled(_)
            | Event::SourceConsulted { .. }
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
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Declined(_)
            | Event::Withdrawn(_)
            | Event::Agreed(
                Proposal::Ruling(_)
                | Proposal::Malicious(_)
                | Proposal::NoContact(_)
                | Proposal::Untold(_)
                | Proposal::Exclude(_)
                | Proposal::Lift(_)
                | Proposal::NoFeedback(_)
                | Proposal::EndHold(_),
            )
            | Event::Rights(_) => {}
        }
    }

    /// A form only raises: that somebody is no minor after all takes two AFs. A minor counts in every version; an
    /// unknown age only where the version before did not have it, so that a correction holds.
    fn form_saved(&mut self, form: &FormSheet) {
        let now = form.has_minor();
        if now == Known::Yes || now.is_worse_than(self.form) {
            self.minor.raise(now);
        }
        self.form = now;
    }

    fn correct(&mut self, note: &SafetyCorrection) {
        let concern = match note.fact {
            SafetyFact::Minor => &mut self.minor,
            SafetyFact::Danger => &mut self.danger,
        };
        concern.set(note.is);
    }

    fn record(&mut self, note: &VttNote, day: Day) {
        match note.settles() {
            Settles::All => self.reached(None),
            Settles::OnceKmtIsAsked => self.reached(Some(day)),
            Settles::Only(NotNeededFor::Adult) => self.minor.not_needed(),
            Settles::Only(NotNeededFor::SafeAtHome) => self.danger.not_needed(),
            Settles::Only(NotNeededFor::Other) => {
                self.minor.not_needed();
                self.danger.not_needed();
            }
            Settles::Nothing => {}
        }
        match note {
            VttNote::TakenOver { .. } => self.taken_over = true,
            VttNote::Declined { .. } => self.taken_over = false,
            VttNote::Reported { .. }
            | VttNote::Advised {}
            | VttNote::NotReached {}
            | VttNote::NotYet { .. }
            | VttNote::NotNeeded { .. } => {}
        }
        self.vtt = Some(note.clone());
    }

    /// Veilig Thuis knows of it.
    fn reached(&mut self, declined: Option<Day>) {
        self.minor.reached();
        self.danger.reached();
        self.declined = declined;
    }

    /// Whether somebody is younger than 18, as it is known now.
    #[must_use]
    pub fn minor(&self) -> Known {
        self.minor.now()
    }

    /// Whether somebody is in danger, as it is known now.
    #[must_use]
    pub fn danger(&self) -> Known {
        self.danger.now()
    }

    /// This fact, as it is known now.
    #[must_use]
    pub fn fact(&self, fact: SafetyFact) -> Known {
        match fact {
            SafetyFact::Minor => self.minor(),
            SafetyFact::Danger => self.danger(),
        }
    }

    /// Whether a correction makes something less serious than it is known now: that takes a second AF.
    #[must_use]
    pub fn lowers(&self, note: &SafetyCorrection) -> bool {
        self.fact(note.fact).is_worse_than(note.is)
    }

    /// The latest word on Veilig Thuis: an AF's, else the melder's.
    #[must_use]
    pub fn vtt(&self) -> Option<&VttNote> {
        self.vtt.as_ref()
    }

    /// Whether something is still to be done about Veilig Thuis. Until then no step is left after the contact with the
    /// melder, and no case is closed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.minor.is_open() || self.danger.is_open() || self.declined.is_some()
    }

    /// Whether only danger keeps it open. Danger calls for Veilig Thuis in domestic violence \[seed\], so it is asked
    /// whether it is unsafe at home.
    #[must_use]
    pub fn asks_about_home(&self) -> bool {
        self.danger.is_open() && !self.minor.is_open() && self.declined.is_none()
    }

    /// Whether a minor, or somebody who may be one, waits for Veilig Thuis.
    #[must_use]
    pub fn minor_waits(&self) -> bool {
        self.minor().may_be() && (self.minor.is_open() || self.declined.is_some())
    }

    /// The day on which KMT has to be asked, because Veilig Thuis declined on it.
    #[must_use]
    pub fn ask_kmt_on(&self) -> Option<Day> {
        self.declined
    }

    /// Whether Veilig Thuis took it over: then research in the household has to be agreed with Veilig Thuis.
    #[must_use]
    pub fn is_taken_over(&self) -> bool {
        self.taken_over
    }
}

/// Whether a fact became worse.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Worse(pub(super) bool);
