//! Properties derived from a case that more than one place needs.
use super::{
    Case, Ending, Entry, Event, Proposal, Status,
    notes::{AgeGroup, Assessment, EarlyReason, FormSheet, Person},
};
use crate::{
    answer::{Known, YesNo},
    id::{AccountId, StatusKey},
    moment::Day,
    report::{Alarm, VttContact, vtt_needed},
    retention::{Kept, Outcome},
};

impl FormSheet {
    /// Whether a minor is among the persons, or children live there.
    fn has_minor(&self) -> Known {
        let age = |person: &Person| match person.age {
            AgeGroup::Under12 | AgeGroup::From12To17 => Known::Yes,
            AgeGroup::Unknown => Known::Unknown,
            AgeGroup::From18To26 | AgeGroup::From27 => Known::No,
        };
        let children = if self.children == Known::Yes { Known::Yes } else { Known::No };
        self.persons.iter().map(age).fold(children, Known::or)
    }
}

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
        let needed = self.report_needs_vtt() || self.form_has_minor().may_be();
        needed && !matches!(self.vtt(), Some(VttContact::Reported { .. }))
    }

    /// Whether Veilig Thuis comes into it and no AF has recorded anything about it since then. Until one does, no step
    /// is left and the case is not closed (domain §3, step 0).
    #[must_use]
    pub fn vtt_unanswered(&self) -> bool {
        let since = self.entries().iter().skip(self.vtt_needed_since());
        self.vtt_open() && !since.into_iter().any(|entry| matches!(entry.event, Event::VttRecorded(_)))
    }

    /// How many entries there were when Veilig Thuis came into it: none when the report says so itself, else those
    /// before the form that first named a minor, since the last form that named none.
    fn vtt_needed_since(&self) -> usize {
        if self.report_needs_vtt() {
            return 0;
        }
        let (mut since, mut before) = (0, false);
        for (at, entry) in self.entries().iter().enumerate() {
            let Event::FormSaved(form) = &entry.event else { continue };
            let now = form.has_minor().may_be();
            since = if now && !before { at } else { since };
            before = now;
        }
        since
    }

    fn report_needs_vtt(&self) -> bool {
        let report = &self.origins().report;
        vtt_needed(Some(report.minor), Some(report.acute))
    }

    /// Acute, or a minor without a melding at Veilig Thuis (domain §3, Urgent).
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.origins().report.acute.may_be() || self.vtt_open()
    }

    /// Why it cannot wait, the most urgent first; nothing of a closed case. That 112 was not called is said until the
    /// investigation begins: by then an AF has spoken with the melder.
    #[must_use]
    pub fn alarms(&self) -> Vec<Alarm> {
        let report = &self.origins().report;
        let called_112 = match self.status() {
            Status::Received(_) | Status::InContact(_) => report.called_112,
            Status::Investigation(_) | Status::Decision(_) | Status::Referred(_) => Some(YesNo::Yes),
            Status::Closed(_) => return Vec::new(),
        };
        let age = Alarm::of_age(self.form_has_minor().or(report.minor)).filter(|_| self.vtt_open());
        Alarm::of_danger(report.acute, called_112).into_iter().chain(age).collect()
    }

    /// The last day for the next step since the case was opened again, if it was.
    #[must_use]
    pub fn due_since_reopening(&self) -> Option<Day> {
        let reopened = |entry: &Entry| if let Event::Reopened(note) = &entry.event { note.due } else { None };
        self.entries().iter().rev().find_map(reopened)
    }

    /// The last day for contact with the melder: as promised, or counted again since the case was opened again.
    #[must_use]
    pub fn contact_by(&self) -> Day {
        self.due_since_reopening().unwrap_or(self.origins().contact_by)
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

    fn form_has_minor(&self) -> Known {
        self.latest_form().map_or(Known::No, FormSheet::has_minor)
    }

    /// The people who decided how a closed case ended, the closing itself included; nobody while it is open.
    #[must_use]
    pub fn ended_by(&self) -> Vec<&AccountId> {
        if !matches!(self.status(), Status::Closed(_)) {
            return Vec::new();
        }
        let since = self.entries().iter().rposition(|entry| matches!(entry.event, Event::Reopened(_))).unwrap_or(0);
        let mut people: Vec<&AccountId> = Vec::new();
        for (at, entry) in self.entries().iter().enumerate().skip(since).filter(|(_, entry)| entry.event.ends()) {
            // whoever proposed what nobody agreed to did not decide
            if let Event::Proposed(proposal) = &entry.event
                && !self.agreed_after(at, proposal)
            {
                continue;
            }
            people.push(&entry.by);
            if let Event::ClosedTogether(note) = &entry.event {
                people.push(&note.proposed_by);
            }
        }
        people.sort_unstable();
        people.dedup();
        people
    }

    fn agreed_after(&self, at: usize, proposal: &Proposal) -> bool {
        let agreed = |entry: &Entry| matches!(&entry.event, Event::Agreed(one) if one == proposal);
        self.entries().iter().skip(at).any(agreed)
    }

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
            Ending::Early { reason, .. } => match reason {
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
