//! A line of the worklist, as it is sent to an AF who may see the case.
use super::{
    NextAction, Row, Step,
    kmt::KmtStand,
    notes::NoContactReason,
    row::{Order, is_zero, order},
};
use crate::{
    calendar::Calendar,
    id::{AccountId, CaseId, CaseNumber, Revision},
    indicators::ExploitationForm,
    moment::{Day, Moment},
    report::{Alarm, Subject},
    retention::Kept,
};
use serde::{Deserialize, Serialize};

/// A line of the worklist. It has no field for exclusions, so they cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowView {
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
    /// Why it is urgent, the most urgent first.
    #[serde(rename = "spoedOm", default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<Alarm>,
    /// Nobody has done anything with it yet.
    #[serde(rename = "nieuw")]
    pub fresh: bool,
    /// The AF it is assigned to.
    #[serde(rename = "toegewezenAan")]
    pub assigned: Option<AccountId>,
    /// Tries to reach the melder.
    #[serde(rename = "pogingen")]
    pub attempts: usize,
    /// The last thing that happened.
    #[serde(rename = "laatst")]
    pub last: Moment,
    /// Something happened to it since this AF's time before, and somebody else did it.
    #[serde(rename = "veranderd", default, skip_serializing_if = "std::ops::Not::not")]
    pub changed: bool,
    /// It waits for a second AF.
    #[serde(rename = "wachtOpTweede", default)]
    pub awaits_second: bool,
    /// Why nobody spoke with the melder, where the route goes on without.
    #[serde(rename = "zonderContact", default, skip_serializing_if = "Option::is_none")]
    pub without: Option<NoContactReason>,
    /// How many questions to the melder wait for an answer.
    #[serde(rename = "openVragen", default, skip_serializing_if = "is_zero")]
    pub questions: usize,
    /// How the last question to KMT without names stands, while something is to be seen of it.
    #[serde(rename = "kmt", default, skip_serializing_if = "Option::is_none")]
    pub kmt: Option<KmtStand>,
    /// Of a closed one: what its term depends on. Lines of before this existed have none until the next change or
    /// `meldroute lijsten`.
    #[serde(rename = "bewaren", default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Kept>,
}

impl RowView {
    /// The line as it is sent to this AF today. Where a colleague asks them to agree, that comes first.
    #[must_use]
    pub fn of(row: Row, today: Day, me: &AccountId) -> Self {
        let waits = row.waits(today);
        let next = next_today(&row, today, me);
        let Row {
            id,
            number,
            revision,
            subject,
            forms,
            step,
            next: _,
            due,
            urgent,
            alarms,
            fresh,
            unopened: _,
            untouched: _,
            assigned,
            attempts,
            last,
            last_by: _,
            awaits_second: _,
            asking: _,
            without,
            unconfirmed: _,
            kept,
            ended_by: _,
            requests: _,
            review: _,
            joined: _,
            tasks: _,
            questions,
            answers: _,
            kmt,
            exclusions: _,
        } = row;
        Self {
            id,
            number,
            revision,
            subject,
            forms,
            step,
            next,
            due,
            urgent,
            alarms,
            fresh,
            assigned,
            attempts,
            last,
            changed: false,
            awaits_second: waits,
            without,
            questions,
            kmt: kmt.map(|kmt| kmt.on(today)),
            kept,
        }
    }

    /// As [`RowView::of`], with what happened since this moment, when this AF looked the time before.
    #[must_use]
    pub fn since(row: Row, today: Day, me: &AccountId, before: Option<Moment>) -> Self {
        let changed = before.is_some_and(|before| row.is_changed_since(before, me));
        Self { changed, ..Self::of(row, today, me) }
    }

    /// The section of today's list that it is in.
    #[must_use]
    pub fn section(&self, today: Day, calendar: &Calendar) -> Section {
        if self.next == NextAction::AnswerColleague {
            return Section::Now;
        }
        let not_met_yet = self.next == NextAction::AskTable && self.due.is_some_and(|on| today < on);
        if not_met_yet || self.next.is_with_others() {
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
        urgency(self.due, self.urgent, today, calendar)
    }

    /// Orders a worklist: section, then the most urgent, then what a colleague asks, then as [`Row::order`].
    #[must_use]
    pub fn order(&self, today: Day, calendar: &Calendar) -> (Section, Order) {
        let due = if self.next == NextAction::AnswerColleague { Some(Day::MIN) } else { self.due };
        (self.section(today, calendar), order(self.urgent, &self.alarms, due, self.number))
    }
}

/// What this AF does next today. What a colleague asks comes first, then a melder who has to be called, and what cannot
/// wait. KMT is not asked again while it is to answer.
fn next_today(row: &Row, today: Day, me: &AccountId) -> NextAction {
    let next = row.next;
    if row.asking.iter().any(|one| one.asks(me, today)) {
        return NextAction::AnswerColleague;
    }
    let keeps = row.urgent || next.is_with_others() || matches!(next, NextAction::CallReporter | NextAction::AskTable);
    match row.kmt.filter(|_| !keeps).map(|kmt| kmt.on(today)) {
        Some(KmtStand::AskedBack) => NextAction::AnswerKmt,
        Some(KmtStand::Asked) if next == NextAction::AskKmt && row.due.is_none_or(|due| today < due) => {
            NextAction::AwaitKmt
        }
        Some(_) | None => next,
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

/// The urgency of a case with this last day, today.
#[must_use]
pub fn urgency(due: Option<Day>, urgent: bool, today: Day, calendar: &Calendar) -> Urgency {
    let left = due.map(|due| calendar.days_left(today, due));
    match left {
        Some(days) if days < 0 => Urgency::Late(days.unsigned_abs()),
        _ if urgent => Urgency::Urgent,
        Some(0) => Urgency::Today,
        Some(days) => Urgency::Left(days.unsigned_abs()),
        None => Urgency::None,
    }
}
