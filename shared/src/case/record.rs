use super::{Entry, Event, Exclusions, Misfit, Pending, Proposal, Received, Status, rights::Rights};
use crate::{
    id::{AccountId, CaseId, CaseNumber, Revision, StatusKey},
    moment::{Day, Moment},
    report::{Channel, Known, Report, VttContact, YesNo, vtt_needed},
};
use serde::{Deserialize, Serialize};

/// What a case has from the moment it exists, and never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// When the report came in.
    #[serde(rename = "ontvangen")]
    pub received: Moment,
    /// The last day for contact, as promised to the melder.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// How it came in.
    #[serde(rename = "kanaal")]
    pub channel: Channel,
    /// The melder's own words.
    #[serde(rename = "melding")]
    pub report: Report,
    /// Where the melder's status lay at first.
    #[serde(rename = "statussleutel")]
    pub status_key: StatusKey,
    /// Who had a function at take-in that the melder excluded: he stays excluded when his function changes.
    #[serde(rename = "uitgesloten", default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<AccountId>,
}

/// A dossier: origins, what happened, and what follows from it. It is stored as origins and entries; the rest is worked
/// out when it loads, so that nothing stands twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Case {
    origins: Origins,
    entries: Vec<Entry>,
    status: Status,
    assigned: Option<AccountId>,
    status_key: StatusKey,
    exclusions: Exclusions,
    pending: Option<Pending>,
    rights: Rights,
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
        Self { origins, entries: Vec::new(), status, assigned: None, status_key, exclusions, pending: None, rights }
    }

    /// Adds what happened.
    ///
    /// # Errors
    /// [`Misfit`] for an event that cannot happen in this state: never for one that [`super::decide`] gave on this case,
    /// only for a stored case that was damaged.
    pub fn apply(mut self, entry: Entry) -> Result<Self, Misfit> {
        let before = self.status.step();
        self.follow(&entry)?;
        self.status = self.status.after(&entry)?;
        if self.status.step() != before {
            // what was proposed was meant for the step in which it was
            self.pending = None;
        }
        self.entries.push(entry);
        Ok(self)
    }

    /// What an entry changes besides the status.
    fn follow(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let by = &entry.by;
        match &entry.event {
            Event::Rights(event) => self.rights = std::mem::take(&mut self.rights).after(event, entry)?,
            Event::Assigned { to } => self.assigned = Some(to.clone()),
            Event::CodeIssued { status_key } => self.status_key = status_key.clone(),
            Event::Excluded(note) => self.exclude(&note.who),
            Event::OwnReported => self.exclude(by),
            Event::Proposed(proposal) => {
                self.pending = Some(Pending { by: by.clone(), proposal: proposal.clone() });
            }
            Event::Agreed(proposal) => {
                let fits = |pending: &Pending| pending.by != *by && pending.proposal == *proposal;
                if !self.pending.take().is_some_and(|pending| fits(&pending)) {
                    return Err(Misfit);
                }
                if let Proposal::Lift(note) = proposal {
                    self.exclusions.lift(&note.who);
                }
            }
            // who opens it again has it
            Event::Reopened(_) => self.assigned = Some(by.clone()),
            Event::Remarked(_) => {}
            // who does the first work on a case that nobody has, has it
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::FormSaved(_)
            | Event::InvestigationStarted(_)
            | Event::SourceConsulted { .. }
            | Event::KmtChecked(_)
            | Event::VttRecorded(_)
            | Event::MovedToDecision
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_) => {
                self.assigned.get_or_insert_with(|| by.clone());
            }
        }
        Ok(())
    }

    fn exclude(&mut self, who: &AccountId) {
        self.exclusions.exclude(who);
        self.assigned.take_if(|assigned| assigned == who);
    }

    /// What it began with.
    #[must_use]
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// The timeline, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Where it stands.
    #[must_use]
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// Which AF has it; nobody at first. Who does the first work on it has it, until it is given to another.
    #[must_use]
    pub fn assigned(&self) -> Option<&AccountId> {
        self.assigned.as_ref()
    }

    /// Who may not know of it.
    #[must_use]
    pub fn exclusions(&self) -> &Exclusions {
        &self.exclusions
    }

    /// What waits for a second AF.
    #[must_use]
    pub fn pending(&self) -> Option<&Pending> {
        self.pending.as_ref()
    }

    /// Keeping, restricting, correcting, requests.
    #[must_use]
    pub fn rights(&self) -> &Rights {
        &self.rights
    }

    /// Where the melder's status lies now.
    #[must_use]
    pub fn status_key(&self) -> &StatusKey {
        &self.status_key
    }

    /// One more than the number of entries: every write adds exactly one.
    #[must_use]
    pub fn revision(&self) -> Revision {
        Revision(self.entries.len() as u64 + 1)
    }

    /// The latest word on Veilig Thuis: an AF's, else the melder's.
    #[must_use]
    pub fn vtt(&self) -> Option<&VttContact> {
        let by_officer = self
            .entries
            .iter()
            .rev()
            .find_map(|entry| if let Event::VttRecorded(contact) = &entry.event { Some(contact) } else { None });
        by_officer.or(self.origins.report.vtt.as_ref())
    }

    /// Whether Veilig Thuis comes into it and no melding there is on record yet.
    #[must_use]
    pub fn vtt_open(&self) -> bool {
        let report = &self.origins.report;
        let needed = vtt_needed(Some(report.minor), Some(report.acute)) || self.form_has_minor();
        needed && !matches!(self.vtt(), Some(VttContact::Reported { .. }))
    }

    /// Acute, or a minor without a melding at Veilig Thuis (domain §3, Urgent).
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.origins.report.acute == YesNo::Yes || self.vtt_open()
    }

    /// Every version of the meldingsformulier, oldest first.
    pub(super) fn forms(&self) -> impl DoubleEndedIterator<Item = &super::notes::FormSheet> {
        self.entries.iter().filter_map(
            |entry| {
                if let Event::FormSaved(form) = &entry.event { Some(form) } else { None }
            },
        )
    }

    /// The latest version of the meldingsformulier.
    #[must_use]
    pub fn latest_form(&self) -> Option<&super::notes::FormSheet> {
        self.forms().next_back()
    }

    fn form_has_minor(&self) -> bool {
        use super::notes::AgeGroup;
        self.latest_form().is_some_and(|form| {
            let young = |age| matches!(age, AgeGroup::Unknown | AgeGroup::Under12 | AgeGroup::From12To17);
            form.children == Known::Yes || form.persons.iter().any(|person| young(person.age))
        })
    }

    /// Whether an AF has said what was done about Veilig Thuis since the report came in.
    #[must_use]
    pub fn vtt_recorded_by_officer(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.event, Event::VttRecorded(_)))
    }
}
