//! A line of the worklist: the part of a case that is in the index. It can always be rebuilt from the case.
use super::{Case, Exclusions, NextAction, Status, Step};
use crate::{
    calendar::Calendar,
    id::{AccountId, CaseId, CaseNumber, Revision},
    indicators::ExploitationForm,
    moment::{Day, Moment},
    report::Subject,
    retention::Kept,
};
use serde::{Deserialize, Serialize};

/// A line of the worklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which case.
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
    /// What is next.
    #[serde(rename = "volgende")]
    pub next: NextAction,
    /// The last day for it; none when nothing is urgent.
    #[serde(rename = "uiterlijk")]
    pub due: Option<Day>,
    /// Acute, or a minor without a melding at Veilig Thuis.
    #[serde(rename = "spoed")]
    pub urgent: bool,
    /// Nobody has done anything with it yet.
    #[serde(rename = "nieuw")]
    pub fresh: bool,
    /// Who has it.
    #[serde(rename = "toegewezenAan")]
    pub assigned: Option<AccountId>,
    /// Tries to reach the melder.
    #[serde(rename = "pogingen")]
    pub attempts: usize,
    /// The last thing that happened.
    #[serde(rename = "laatst")]
    pub last: Moment,
    /// It waits for a second AF.
    #[serde(rename = "wachtOpTweede", default)]
    pub awaits_second: bool,
    /// Who may not know of it; never sent.
    #[serde(rename = "uitsluitingen", default, skip_serializing_if = "Exclusions::is_none")]
    pub exclusions: Exclusions,
    /// For a closed case: the facts its term depends on. Older lines have none until the next change or `meldroute
    /// lijsten`.
    #[serde(rename = "bewaren", default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Kept>,
}

/// What an AF sees of a colleague's case: that it exists, its step, and its deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReducedRow {
    /// Which case, to open it with a reason.
    pub id: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// Its step.
    #[serde(rename = "stap")]
    pub step: Step,
    /// The last day for it; none when nothing is urgent.
    #[serde(rename = "uiterlijk")]
    pub due: Option<Day>,
}

impl From<&Row> for ReducedRow {
    fn from(row: &Row) -> Self {
        Self { id: row.id.clone(), number: row.number, step: row.step, due: row.due }
    }
}

impl ReducedRow {
    /// Orders them: earliest day, oldest number.
    #[must_use]
    pub fn order(&self) -> (Day, u32) {
        (self.due.unwrap_or(Day::MAX), self.number.sequence)
    }
}

impl Row {
    /// The line of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let origins = case.origins();
        let (next, due) = NextAction::of(case);
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
            fresh: case.entries().is_empty(),
            assigned: case.assigned().cloned(),
            attempts,
            last: case.entries().last().map_or(origins.received, |entry| entry.at),
            awaits_second: !case.pending().is_empty(),
            exclusions: case.exclusions().clone(),
            kept: case.kept(),
        }
    }

    /// The line as it is sent: without who is excluded.
    #[must_use]
    pub fn sent(self) -> Self {
        Self { exclusions: Exclusions::default(), ..self }
    }

    /// Whether it is on the agenda of the werkoverleg: it waits for the decision, or for a second AF.
    #[must_use]
    pub fn on_agenda(&self) -> bool {
        self.step == Step::Decision || self.awaits_second || self.next == NextAction::AwaitColleague
    }

    /// Whether it belongs on the list of open cases.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.step != Step::Closed
    }

    /// The section of today's list that it is in.
    #[must_use]
    pub fn section(&self, today: Day, calendar: &Calendar) -> Section {
        let waits = match self.next {
            NextAction::AwaitReceipt | NextAction::AwaitColleague | NextAction::Nothing => true,
            NextAction::CallReporter
            | NextAction::FillForm
            | NextAction::StartInvestigation
            | NextAction::AskKmt
            | NextAction::FinishInvestigation
            | NextAction::DiscussAndDecide
            | NextAction::TellReporter
            | NextAction::Close => false,
        };
        if waits {
            return Section::Waiting;
        }
        match self.urgency(today, calendar) {
            Urgency::Urgent | Urgency::Late(_) | Urgency::Today => Section::Now,
            Urgency::Left(_) | Urgency::None => Section::Next,
        }
    }

    /// Its urgency.
    #[must_use]
    pub fn urgency(&self, today: Day, calendar: &Calendar) -> Urgency {
        let left = self.due.map(|due| calendar.days_left(today, due));
        match left {
            Some(days) if days < 0 => Urgency::Late(days.unsigned_abs()),
            _ if self.urgent => Urgency::Urgent,
            Some(0) => Urgency::Today,
            Some(days) => Urgency::Left(days.unsigned_abs()),
            None => Urgency::None,
        }
    }

    /// Orders a worklist: section, urgent before the rest, earliest day, oldest number.
    #[must_use]
    pub fn order(&self, today: Day, calendar: &Calendar) -> (u8, bool, Day, u32) {
        let section = self.section(today, calendar) as u8;
        (section, !self.urgent, self.due.unwrap_or(Day::MAX), self.number.sequence)
    }
}

/// A heading of the worklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Nu doen: late, urgent, or due today.
    Now,
    /// Daarna: what can be done next.
    Next,
    /// Wacht op een ander.
    Waiting,
}

/// The urgency of a case, in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// So many working days late.
    Late(u32),
    /// Acute, or a minor without Veilig Thuis.
    Urgent,
    /// Due today.
    Today,
    /// So many working days left.
    Left(u32),
    /// Nothing is urgent.
    None,
}
