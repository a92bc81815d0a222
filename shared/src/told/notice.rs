//! What there is to tell of a case, and whom it concerns. It follows from the case's line and the day alone.
use super::to_be_opened_by;
use crate::{
    access::{Action, Relation, Role, may},
    calendar::Calendar,
    case::{NextAction, Row},
    choice::choice,
    id::AccountId,
    moment::{Day, Moment},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choice!(
    /// What an AF can be told of (berichten). Each AF chooses.
    Occasion {
        /// Er is een nieuwe melding.
        NewReport = "nieuwe-melding",
        /// Een melding met spoed.
        Urgent = "spoed",
        /// De termijn is de volgende werkdag om.
        TermTomorrow = "termijn-morgen",
        /// De termijn is vandaag om, of is om geweest.
        TermToday = "termijn-vandaag",
        /// Iemand wacht op jouw akkoord.
        Agreement = "akkoord",
        /// Een ontvanger bevestigt niet.
        Silent = "ontvanger-zwijgt",
        /// De melder heeft een vraag beantwoord of iets toegevoegd.
        Answered = "antwoord-melder",
        /// Je begint met waarnemen, of een collega begint met een reden voor jou waar te nemen.
        StandIn = "waarneming",
        /// Niemand heeft een melding op tijd geopend.
        Unopened = "ongeopend",
    }
);

/// Working days after which a receiver that has not confirmed is silent [design].
const SILENT_AFTER: u32 = 5;

impl Occasion {
    /// What somebody who chose nothing is told of.
    pub const DEFAULT: &'static [Self] = &[
        Self::NewReport,
        Self::Urgent,
        Self::TermToday,
        Self::Agreement,
        Self::Answered,
        Self::StandIn,
        Self::Unopened,
    ];

    /// Whether it goes at once, also by night: spoed, and what nobody opened.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        match self {
            Self::Urgent | Self::Unopened => true,
            Self::NewReport
            | Self::TermTomorrow
            | Self::TermToday
            | Self::Agreement
            | Self::Silent
            | Self::Answered
            | Self::StandIn => false,
        }
    }

    /// Whether somebody of this relation to a case is told of this about it.
    #[must_use]
    pub fn concerns(self, row: &Row, relation: Relation, who: &AccountId) -> bool {
        let sees = may(Some(Role::Officer), Action::See, relation);
        match self {
            Self::NewReport | Self::Unopened => sees,
            // once somebody opened it, it is theirs
            Self::Urgent => sees && (row.unopened.is_some() || has(relation)),
            Self::TermTomorrow | Self::TermToday | Self::Silent | Self::Answered => has(relation),
            Self::Agreement => sees && (row.asking.is_empty() || row.asking.iter().any(|one| one.may_answer(who))),
            // of no case
            Self::StandIn => false,
        }
    }
}

/// Whether the next action on a case is that of somebody with this relation to it.
#[must_use]
pub fn has(relation: Relation) -> bool {
    match relation {
        Relation::Assigned | Relation::StandIn | Relation::Covering | Relation::Unassigned => true,
        Relation::NoCase
        | Relation::CodeHolder
        | Relation::Agenda
        | Relation::Asked
        | Relation::Opened
        | Relation::Other
        | Relation::Excluded => false,
    }
}

/// Something to tell of a case. It is told once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it is.
    #[serde(rename = "over")]
    pub occasion: Occasion,
    /// The term that it is about: one that was moved is told again.
    #[serde(rename = "dag", default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// How many answers and additions of the melder there are then: each is told.
    #[serde(rename = "antwoorden", default, skip_serializing_if = "is_zero")]
    pub answers: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Notice {
    /// Something to tell, of no term.
    #[must_use]
    pub fn of(occasion: Occasion) -> Self {
        Self { occasion, day: None, answers: 0 }
    }
}

/// All there is to tell of the case of this line at this moment. Terms are told on working days.
#[must_use]
pub fn notices(row: &Row, now: Moment, calendar: &Calendar) -> Vec<Notice> {
    if !row.is_open() {
        return Vec::new();
    }
    let today = now.day();
    let late = |received| to_be_opened_by(received, row.urgent, calendar) <= now;
    let silent = |since| calendar.nth_working_day_after(since, SILENT_AFTER) <= today;
    let all = [
        (Occasion::NewReport, row.fresh),
        (Occasion::Urgent, row.urgent),
        (Occasion::Agreement, row.waits(today)),
        (Occasion::Silent, row.next == NextAction::AwaitReceipt && row.unconfirmed.is_some_and(silent)),
        (Occasion::Unopened, row.unopened.is_some_and(late)),
    ];
    let held = all.into_iter().filter(|(_, holds)| *holds).map(|(occasion, _)| Notice::of(occasion));
    let answered = Notice { answers: row.answers, ..Notice::of(Occasion::Answered) };
    let held = held.chain((row.answers > 0).then_some(answered));
    held.chain(terms(row).into_iter().filter_map(|day| term(day, today, calendar))).collect()
}

/// The terms of a case, each once: that of the next action, and those of its tasks.
#[must_use]
pub fn terms(row: &Row) -> BTreeSet<Day> {
    row.due.iter().chain(&row.tasks).copied().collect()
}

/// What there is to tell of a term.
fn term(due: Day, today: Day, calendar: &Calendar) -> Option<Notice> {
    if !calendar.is_working_day(today) {
        return None;
    }
    let occasion = match calendar.days_left(today, due) {
        1 => Occasion::TermTomorrow,
        left if left <= 0 => Occasion::TermToday,
        _later => return None,
    };
    Some(Notice { day: Some(due), ..Notice::of(occasion) })
}
