//! Properties derived from a case that more than one place needs.
use super::{
    Case, Ending, Entry, Event, Proposal, Status,
    notes::{Assessment, EarlyReason, FormSheet, Ruling},
};
use crate::{
    answer::YesNo,
    id::{AccountId, StatusKey},
    moment::{Day, Moment},
    report::Alarm,
    retention::{Kept, Outcome},
};

impl Case {
    /// Whether something is still to be done about Veilig Thuis. Until then no step is left after the contact with the
    /// melder, and the case is not closed (domain §3, step 0).
    #[must_use]
    pub fn vtt_open(&self) -> bool {
        self.safety().is_open()
    }

    /// Somebody is or may be in danger, or a minor waits for Veilig Thuis (domain §3, Urgent).
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.safety().danger().may_be() || self.safety().minor_waits()
    }

    /// Why it cannot wait, the most urgent first; nothing of a closed case. That 112 was not called is said until the
    /// investigation begins: by then an AF has spoken with the melder.
    #[must_use]
    pub fn alarms(&self) -> Vec<Alarm> {
        let (report, safety) = (&self.origins().report, self.safety());
        let called_112 = match self.status() {
            Status::Received(_) | Status::InContact(_) => report.called_112,
            Status::Investigation(_) | Status::Decision(_) | Status::Referred(_) => Some(YesNo::Yes),
            Status::Closed(_) => return Vec::new(),
        };
        let age = Alarm::of_age(safety.minor()).filter(|_| safety.minor_waits());
        Alarm::of_danger(safety.danger(), called_112).into_iter().chain(age).collect()
    }

    /// Whether KMT was asked about it.
    #[must_use]
    pub fn kmt_asked(&self) -> bool {
        self.kmt_advised() || self.entries().iter().any(|entry| matches!(entry.event, Event::KmtChecked(_)))
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
            if let Event::ClosedUnderLead(end) = &entry.event {
                people.extend(&end.decided_by);
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

    /// What became of it: the decision, or how it ended without one; `None` before that.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let decided = |ruling: &Ruling| match ruling.assessment {
            Assessment::Likely => Outcome::Likely,
            Assessment::Unclear => Outcome::Unclear,
            Assessment::TooLittle => Outcome::TooLittle,
        };
        let ending = match self.status() {
            Status::Received(_) | Status::InContact(_) | Status::Investigation(_) | Status::Decision(_) => return None,
            Status::Referred(referred) => return Some(decided(&referred.ruling)),
            Status::Closed(closed) => &closed.ending,
        };
        Some(match ending {
            Ending::Completed(referred) => decided(&referred.ruling),
            Ending::UnderLead { end, .. } => end.outcome,
            Ending::Early { reason, .. } => match reason {
                EarlyReason::Mistake => Outcome::Mistake,
                EarlyReason::Duplicate => Outcome::Duplicate,
                EarlyReason::NotTrafficking => Outcome::NotTrafficking,
                EarlyReason::Malicious => Outcome::Malicious,
            },
        })
    }

    /// What its term depends on; `None` while it is open.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        let Status::Closed(closed) = self.status() else { return None };
        let (taken_over, blocked) = (self.rights().taken_over(), self.rights().blocked());
        Some(Kept { closed: closed.at.day(), outcome: self.outcome()?, taken_over, blocked })
    }

    /// All places where the melder's status was ever stored: the first, and one for each new code.
    #[must_use]
    pub fn status_keys(&self) -> Vec<StatusKey> {
        let issued = self.entries().iter().filter_map(|entry| {
            if let Event::CodeIssued { status_key } = &entry.event { Some(status_key.clone()) } else { None }
        });
        std::iter::once(self.origins().status_key.clone()).chain(issued).collect()
    }

    /// The last thing that happened, and who did that: nobody with an account when the melder answered.
    #[must_use]
    pub fn last(&self) -> (Moment, Option<AccountId>) {
        let (done, by) = match self.entries().last() {
            Some(entry) => (entry.at, Some(entry.by.clone())),
            None => (self.origins().received, None),
        };
        let words = self.kmt_words().iter().filter(|word| word.said.is_some()).map(|word| word.at);
        let answered = self.answers().iter().map(|answer| answer.at).chain(words).max();
        answered.filter(|at| *at > done).map_or((done, by), |at| (at, None))
    }
}
