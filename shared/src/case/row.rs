//! A line of the index of cases, as stored. It can always be rebuilt from the case. An AF gets it as a
//! [`RowView`](super::RowView) or a [`ReducedRow`](super::ReducedRow).
use super::{
    Case, Exclusions, NextAction, Status, Step, Talk, Topic, UnderLead, asking::asking, kmt::KmtOnLine,
    notes::NoContactReason, requests::open_requests, reviews::first_review, tasks::task_days, together::Untouched,
};
pub use super::{asking::Asking, group::Group};
use crate::{
    id::{AccountId, CaseId, CaseNumber, Revision},
    indicators::ExploitationForm,
    moment::{Day, Moment},
    report::{Alarm, Subject},
    retention::Kept,
};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// The line of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The case's id.
    pub id: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The revision this line was made from.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Persoon of plek.
    #[serde(rename = "onderwerp")]
    pub subject: Subject,
    /// Vormen.
    #[serde(rename = "vormen")]
    pub forms: Vec<ExploitationForm>,
    /// Its step.
    #[serde(rename = "stap")]
    pub step: Step,
    /// The next action.
    #[serde(rename = "volgende")]
    pub next: NextAction,
    /// The last day for it; none when nothing is urgent.
    #[serde(rename = "uiterlijk")]
    pub due: Option<Day>,
    /// Acute, or a minor without a melding at Veilig Thuis.
    #[serde(rename = "spoed")]
    pub urgent: bool,
    /// Why it is urgent, the most urgent first. Older lines have none until the next change or `meldroute lijsten`.
    #[serde(rename = "spoedOm", default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<Alarm>,
    /// Nobody has done anything with it yet.
    #[serde(rename = "nieuw")]
    pub fresh: bool,
    /// While no AF has opened it: when it came in. Older lines have none until the next change or `meldroute lijsten`.
    #[serde(rename = "ongeopendSinds", default, skip_serializing_if = "Option::is_none")]
    pub unopened: Option<Moment>,
    /// While nobody has: what closing many at once looks at. Older lines have none, as with `unopened`.
    #[serde(rename = "onaangeroerd", default, skip_serializing_if = "Option::is_none")]
    pub untouched: Option<Untouched>,
    /// The AF it is assigned to.
    #[serde(rename = "toegewezenAan")]
    pub assigned: Option<AccountId>,
    /// Tries to reach the melder.
    #[serde(rename = "pogingen")]
    pub attempts: usize,
    /// The last thing that happened.
    #[serde(rename = "laatst")]
    pub last: Moment,
    /// Who did that; nobody for a report that nobody has touched. Older lines have none, as with `unopened`.
    #[serde(rename = "laatstDoor", default, skip_serializing_if = "Option::is_none")]
    pub last_by: Option<AccountId>,
    /// Something waits for a second person. An exclusion that one AF made is not counted here, because it lapses: see
    /// [`Row::waits`].
    #[serde(rename = "wachtOpTweede", default)]
    pub awaits_second: bool,
    /// Who proposed what waits for a second person. Older lines have none, as with `unopened`.
    #[serde(rename = "voorstellen", default, skip_serializing_if = "Vec::is_empty")]
    pub asking: Vec<Asking>,
    /// Why nobody spoke with the melder, where the route goes on without.
    #[serde(rename = "zonderContact", default, skip_serializing_if = "Option::is_none")]
    pub without: Option<NoContactReason>,
    /// The earliest day on which something was sent to a receiver that has not confirmed it. Older lines have none, as
    /// with `unopened`.
    #[serde(rename = "onbevestigdSinds", default, skip_serializing_if = "Option::is_none")]
    pub unconfirmed: Option<Day>,
    /// The AFs and functions that may not know of it. A [`RowView`](super::RowView) has no such field.
    #[serde(rename = "uitsluitingen", default, skip_serializing_if = "Exclusions::is_none")]
    pub exclusions: Exclusions,
    /// For a closed case: the facts its term depends on. Older lines have none, as with `unopened`.
    #[serde(rename = "bewaren", default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Kept>,
    /// For a closed case: how many people decided how it ended. Older lines have none, as with `kept`.
    #[serde(rename = "afgerondDoor", default)]
    pub ended_by: usize,
    /// How many requests of data subjects are open, so that their list can be made again from the lines.
    #[serde(rename = "verzoeken", default, skip_serializing_if = "is_zero")]
    pub requests: usize,
    /// How many questions to the melder wait for an answer. Older lines have none, as with `unopened`.
    #[serde(rename = "openVragen", default, skip_serializing_if = "is_zero")]
    pub questions: usize,
    /// How often the melder answered or added something, or an adviser of KMT answered: each is told. Older lines have
    /// none, as with `unopened`.
    #[serde(rename = "antwoorden", default, skip_serializing_if = "is_zero")]
    pub answers: usize,
    /// The last days of the tasks that are still to be done, each once, the first first. Older lines have none until
    /// the next change or `meldroute lijsten`.
    #[serde(rename = "taken", default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Day>,
    /// The day on which something is looked at again, so that its list can be made again from the lines.
    #[serde(rename = "opnieuwBekijken", default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Day>,
    /// The last question to KMT without names, while something is to be seen of it.
    #[serde(rename = "kmt", default, skip_serializing_if = "Option::is_none")]
    pub kmt: Option<KmtOnLine>,
    /// Of a joined report: which case is the lead, so that the list of them can be made again from the lines.
    #[serde(rename = "samengevoegd", default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<UnderLead>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(super) fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// A place in a worklist: the rank of the worst alarm, the last day for the next action, year and number.
pub type Order = (u8, Day, i32, u32);

/// The same for a list of cases of all sections, as numbers: 1 for a case that waits for somebody else, the rank, the
/// last day in days since the year 1, year and number.
pub type Place = (u8, u8, i32, i32, u32);

/// See [`Row::order`].
pub(super) fn order(urgent: bool, alarms: &[Alarm], due: Option<Day>, number: CaseNumber) -> Order {
    (Alarm::rank(urgent, alarms), due.unwrap_or(Day::MAX), number.year, number.sequence)
}

impl Row {
    /// The line of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let origins = case.origins();
        let (next, due) = NextAction::of(case);
        let (last, last_by) = case.last();
        let attempts = match case.status() {
            Status::Received(state) => state.attempts.len(),
            Status::InContact(_)
            | Status::Investigation(_)
            | Status::Decision(_)
            | Status::Referred(_)
            | Status::Closed(_) => 0,
        };
        Self {
            id: origins.id.clone(),
            number: origins.number,
            revision: case.revision(),
            subject: origins.report.subject,
            forms: origins.report.forms.clone(),
            step: case.status().step(),
            next,
            due,
            urgent: case.status().step() != Step::Closed && case.is_urgent(),
            alarms: case.alarms(),
            fresh: case.entries().is_empty(),
            unopened: (!case.is_opened()).then_some(origins.received),
            untouched: Untouched::of(case),
            assigned: case.assigned().cloned(),
            attempts,
            last,
            last_by,
            awaits_second: case.pending().iter().any(|one| one.proposal.topic() != Topic::Exclusion),
            asking: asking(case),
            without: case.status().talk().and_then(Talk::missing),
            unconfirmed: if let Status::Referred(state) = case.status() { state.unconfirmed_since() } else { None },
            exclusions: case.exclusions().clone(),
            kept: case.kept(),
            ended_by: case.ended_by().len(),
            requests: open_requests(case).len(),
            questions: case.open_questions(),
            answers: case.answers().len() + case.kmt_told(),
            kmt: KmtOnLine::of(case),
            tasks: task_days(case.entries()),
            review: first_review(case),
            joined: case.under_lead(),
        }
    }

    /// Its place among open cases, whatever day it is: the most urgent first, then what a colleague has to agree to,
    /// then the earliest day, then the oldest. A worklist that is bounded keeps those that come first.
    #[must_use]
    pub fn order(&self) -> Order {
        let due = if self.next == NextAction::AwaitColleague { Some(Day::MIN) } else { self.due };
        order(self.urgent, &self.alarms, due, self.number)
    }

    /// Its place among all open cases: those that wait for a receiver come last, the others as in [`Row::order`].
    #[must_use]
    pub fn place(&self) -> Place {
        let (rank, due, year, sequence) = self.order();
        // what waits for one AF is the work of another
        let waits = self.next.is_with_others() && self.next != NextAction::AwaitColleague;
        (u8::from(waits), rank, due.num_days_from_ce(), year, sequence)
    }

    /// Whether something happened to it after this moment, and by somebody else than this AF.
    #[must_use]
    pub fn is_changed_since(&self, moment: Moment, me: &AccountId) -> bool {
        self.last > moment && self.last_by.as_ref() != Some(me)
    }

    /// The group it is in.
    #[must_use]
    pub fn group(&self) -> Group {
        let (assigned, exclusions) = (self.assigned.clone(), self.exclusions.clone());
        Group { assigned, exclusions, on_agenda: self.is_agreed_on_later() }
    }

    /// Whether it waits for the decision, or for a second person, whatever day it is.
    fn is_agreed_on_later(&self) -> bool {
        let decides = self.step == Step::Decision && self.joined.is_none();
        decides || self.awaits_second || self.next == NextAction::AwaitColleague
    }

    /// Whether something about it waits for a second person today.
    #[must_use]
    pub fn waits(&self, today: Day) -> bool {
        self.awaits_second || self.exclusions.awaits_second(today)
    }

    /// Whether it is on the agenda of the werkoverleg today: it waits for the decision, or for a second AF.
    #[must_use]
    pub fn on_agenda(&self, today: Day) -> bool {
        self.is_agreed_on_later() || self.exclusions.awaits_second(today)
    }

    /// Whether it belongs on the list of open cases.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.step != Step::Closed
    }
}
