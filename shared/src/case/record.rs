//! A case: its origins, its events, and everything that follows from them.
use super::{
    Entry, Event, Exclusions, Misfit, Origins, Pending, Proposal, Received, Safety, Status, Topic, rights::Rights,
    waiting::Waiting,
};
use crate::id::{AccountId, StatusKey};
use serde::{Deserialize, Serialize};

/// A dossier: its origins, its entries, and the state derived from them. Only origins and entries are stored; the rest
/// is derived on load, so nothing is stored twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Case {
    origins: Origins,
    entries: Vec<Entry>,
    status: Status,
    assigned: Option<AccountId>,
    status_key: StatusKey,
    exclusions: Exclusions,
    /// The AFs who excluded the AF that had it.
    ousters: Vec<AccountId>,
    waiting: Waiting,
    rights: Rights,
    safety: Safety,
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(rename = "begin")]
    origins: Origins,
    #[serde(rename = "tijdlijn")]
    entries: Vec<Entry>,
}

impl From<Case> for Stored {
    fn from(case: Case) -> Self {
        Self { origins: case.origins, entries: case.entries }
    }
}

impl TryFrom<Stored> for Case {
    type Error = Misfit;
    fn try_from(stored: Stored) -> Result<Self, Misfit> {
        stored.entries.into_iter().try_fold(Self::open(stored.origins), Self::apply)
    }
}

impl Case {
    /// A new case in its first state.
    #[must_use]
    pub fn open(origins: Origins) -> Self {
        let status_key = origins.status_key.clone();
        let mut exclusions = Exclusions::of_functions(origins.report.excluded.clone());
        origins.excluded.iter().for_each(|who| exclusions.exclude(who));
        let (status, rights) = (Status::Received(Received::default()), Rights::default());
        let (waiting, ousters) = (Waiting::default(), Vec::new());
        let (safety, entries) = (Safety::reported(&origins.report), Vec::new());
        Self { origins, entries, status, assigned: None, status_key, exclusions, ousters, waiting, rights, safety }
    }

    /// Adds what happened.
    ///
    /// # Errors
    /// [`Misfit`] for an event that cannot happen in this state: never for one that [`super::decide`] gave on this
    /// case, only for a stored case that was damaged.
    pub fn apply(mut self, entry: Entry) -> Result<Self, Misfit> {
        let before = self.status.step();
        self.waiting.follow(&entry)?;
        self.follow(&entry);
        if self.safety.follow(&entry).0 {
            self.waiting.grew_worse();
        }
        self.rights = std::mem::take(&mut self.rights).after(&entry.event)?;
        self.status = self.status.after(&entry)?;
        if self.status.step() != before {
            // a proposal was meant for the step it was made in
            self.waiting.moved_on();
        }
        self.entries.push(entry);
        Ok(self)
    }

    /// Updates the assignment and the exclusions from an entry.
    fn follow(&mut self, entry: &Entry) {
        let by = &entry.by;
        match &entry.event {
            Event::Assigned { to } => self.assigned = Some(to.clone()),
            Event::CodeIssued { status_key } => self.status_key = status_key.clone(),
            Event::Excluded(note) => {
                self.note_ouster(by, &note.who);
                self.exclude(&note.who);
            }
            Event::Proposed(Proposal::Exclude(proposed)) => {
                self.note_ouster(by, &proposed.who);
                if let Some(until) = proposed.until {
                    self.exclusions.exclude_until(&proposed.who, until);
                }
            }
            Event::Agreed(Proposal::Exclude(proposed)) => self.exclude(&proposed.who),
            Event::OwnReported => self.exclude(by),
            Event::Agreed(Proposal::Lift(note)) => self.exclusions.lift(&note.who),
            // whoever opens it again has it
            Event::Reopened(_) => self.assigned = Some(by.clone()),
            Event::Proposed(proposal) | Event::Agreed(proposal) => {
                if proposal.is_work() {
                    self.take(by);
                }
            }
            // what was closed with many others is nobody's, so that every AF can look at it again
            Event::ClosedTogether(_) | Event::Remarked(_) | Event::Opened(_) | Event::Rights(_) => {}
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
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_) => self.take(by),
        }
    }

    /// Whoever does the first work on a case that nobody has, has it.
    fn take(&mut self, by: &AccountId) {
        if !self.has_ousted(by) {
            self.assigned.get_or_insert_with(|| by.clone());
        }
    }

    fn note_ouster(&mut self, by: &AccountId, who: &AccountId) {
        if self.assigned.as_ref() == Some(who) && !self.has_ousted(by) {
            self.ousters.push(by.clone());
        }
    }

    /// Whether this AF excluded the AF who had the case. Such an AF can't get it.
    #[must_use]
    pub fn has_ousted(&self, officer: &AccountId) -> bool {
        self.ousters.contains(officer)
    }

    fn exclude(&mut self, who: &AccountId) {
        self.exclusions.exclude(who);
        self.assigned.take_if(|assigned| assigned == who);
    }

    /// The data it began with.
    #[must_use]
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// The timeline, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// The AF it is assigned to; nobody at first. The first AF to work on it gets it, until it is given to another.
    #[must_use]
    pub fn assigned(&self) -> Option<&AccountId> {
        self.assigned.as_ref()
    }

    /// The AFs and functions that are excluded from it.
    #[must_use]
    pub fn exclusions(&self) -> &Exclusions {
        &self.exclusions
    }

    /// The proposals that wait for a second person, oldest first.
    #[must_use]
    pub fn pending(&self) -> &[Pending] {
        self.waiting.all()
    }

    /// Whether something about this waits for a second person.
    #[must_use]
    pub fn awaits(&self, topic: Topic) -> bool {
        self.pending().iter().any(|pending| pending.proposal.topic() == topic)
    }

    /// Keeping, restricting, correcting, requests.
    #[must_use]
    pub fn rights(&self) -> &Rights {
        &self.rights
    }

    /// Age, danger and Veilig Thuis, as known now.
    #[must_use]
    pub fn safety(&self) -> &Safety {
        &self.safety
    }

    /// The present key of the melder's status.
    #[must_use]
    pub fn status_key(&self) -> &StatusKey {
        &self.status_key
    }
}
