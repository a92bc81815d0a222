//! Properties derived from a case that more than one place needs.
use super::{
    Case, Ending, Event, Status,
    notes::{AgeGroup, Assessment, EarlyReason, FormSheet},
};
use crate::{
    answer::{Known, YesNo},
    id::StatusKey,
    report::{VttContact, vtt_needed},
    retention::{Kept, Outcome},
};

impl Case {
    /// The latest word on Veilig Thuis: an AF's, else the melder's.
    #[must_use]
    pub fn vtt(&self) -> Option<&VttContact> {
        let by_officer = self
            .entries()
            .iter()
            .rev()
            .find_map(|entry| if let Event::VttRecorded(contact) = &entry.event { Some(contact) } else { None });
        by_officer.or(self.origins().report.vtt.as_ref())
    }

    /// Whether Veilig Thuis comes into it and no melding there is on record yet.
    #[must_use]
    pub fn vtt_open(&self) -> bool {
        let report = &self.origins().report;
        let needed = vtt_needed(Some(report.minor), Some(report.acute)) || self.form_has_minor();
        needed && !matches!(self.vtt(), Some(VttContact::Reported { .. }))
    }

    /// Acute, or a minor without a melding at Veilig Thuis (domain §3, Urgent).
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.origins().report.acute == YesNo::Yes || self.vtt_open()
    }

    /// Every version of the meldingsformulier, oldest first.
    pub(super) fn forms(&self) -> impl DoubleEndedIterator<Item = &FormSheet> {
        self.entries().iter().filter_map(
            |entry| {
                if let Event::FormSaved(form) = &entry.event { Some(form) } else { None }
            },
        )
    }

    /// The latest version of the meldingsformulier.
    #[must_use]
    pub fn latest_form(&self) -> Option<&FormSheet> {
        self.forms().next_back()
    }

    fn form_has_minor(&self) -> bool {
        self.latest_form().is_some_and(|form| {
            let young = |age| matches!(age, AgeGroup::Unknown | AgeGroup::Under12 | AgeGroup::From12To17);
            form.children == Known::Yes || form.persons.iter().any(|person| young(person.age))
        })
    }

    /// Whether an AF has recorded the contact with Veilig Thuis since the report came in.
    #[must_use]
    pub fn vtt_recorded_by_officer(&self) -> bool {
        self.entries().iter().any(|entry| matches!(entry.event, Event::VttRecorded(_)))
    }

    /// The facts that its retention term depends on; `None` while it is open.
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
        let (taken_over, blocked) = (self.rights().taken_over(), self.rights().blocked());
        Some(Kept { closed: closed.at.day(), outcome, taken_over, blocked })
    }

    /// All places where the melder's status was ever stored: the first, and one for each new code.
    #[must_use]
    pub fn status_keys(&self) -> Vec<StatusKey> {
        let issued = self.entries().iter().filter_map(|entry| {
            if let Event::CodeIssued { status_key } = &entry.event { Some(status_key.clone()) } else { None }
        });
        std::iter::once(self.origins().status_key.clone()).chain(issued).collect()
    }
}
