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
    pub const DEFAULT: &'static [Self] =
        &[Self::NewReport, Self::Urgent, Self::TermToday, Self::Agreement, Self::StandIn, Self::Unopened];

    /// Whether it goes at once, also by night: spoed, and what nobody opened.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        match self {
            Self::Urgent | Self::Unopened => true,
            Self::NewReport | Self::TermTomorrow | Self::TermToday | Self::Agreement | Self::Silent | Self::StandIn => {
                false
            }
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
            Self::TermTomorrow | Self::TermToday | Self::Silent => has(relation),
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
    let held = all.into_iter().filter(|(_, holds)| *holds).map(|(occasion, _)| Notice { occasion, day: None });
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
    Some(Notice { occasion, day: Some(due) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        ActKind, Asking, Step,
        fixture::{case_in, new_case, officer, walk},
    };

    fn at(clock: &str) -> Moment {
        Moment::from_clock(clock).unwrap()
    }

    fn told(row: &Row, clock: &str) -> Vec<Occasion> {
        notices(row, at(clock), &Calendar::default()).into_iter().map(|notice| notice.occasion).collect()
    }

    /// A report of Friday 24 April 2026, to be answered by Thursday the 30th.
    #[test]
    fn a_term_is_told_a_working_day_ahead_and_on_the_day() {
        let row = Row { fresh: false, ..Row::of(&walk(&[ActKind::RecordAttempt])) };
        let table: [(&str, &[Occasion]); 6] = [
            ("2026-04-28T09:00", &[]),
            ("2026-04-29T09:00", &[Occasion::TermTomorrow]),
            ("2026-04-30T09:00", &[Occasion::TermToday]),
            ("2026-05-01T09:00", &[Occasion::TermToday]),
            ("2026-05-02T09:00", &[]),
            ("2026-05-05T09:00", &[]),
        ];
        for (clock, expected) in table {
            assert_eq!(told(&row, clock), expected, "{clock}");
        }
        // a day off is told on the last working day before it
        let saturday = Row { due: "2026-05-02".parse().ok(), ..row };
        assert_eq!(told(&saturday, "2026-05-01T09:00"), [Occasion::TermToday]);
    }

    #[test]
    fn the_day_of_a_task_is_a_term_too_and_one_day_is_told_once() {
        let days = |days: &[&str]| days.iter().map(|day| day.parse().unwrap()).collect();
        let row = Row { fresh: false, due: "2026-04-30".parse().ok(), ..Row::of(&walk(&[ActKind::RecordAttempt])) };
        let row = Row { tasks: days(&["2026-04-24", "2026-04-30"]), ..row };
        let table: [(&str, &[Occasion]); 3] = [
            ("2026-04-23T09:00", &[Occasion::TermTomorrow]),
            ("2026-04-24T09:00", &[Occasion::TermToday]),
            ("2026-04-29T09:00", &[Occasion::TermToday, Occasion::TermTomorrow]),
        ];
        for (clock, expected) in table {
            assert_eq!(told(&row, clock), expected, "{clock}");
        }
        let closed = Row { step: Step::Closed, ..row };
        assert_eq!(told(&closed, "2026-04-24T09:00"), []);
    }

    #[test]
    fn a_report_that_nobody_opens_in_time_is_told() {
        let row = Row { due: None, urgent: false, ..Row::of(&new_case(|_| {})) };
        assert_eq!(told(&row, "2026-04-28T16:59"), [Occasion::NewReport]);
        assert_eq!(told(&row, "2026-04-28T17:00"), [Occasion::NewReport, Occasion::Unopened]);
        let urgent = Row { urgent: true, ..row.clone() };
        assert!(told(&urgent, "2026-04-24T17:00").contains(&Occasion::Unopened), "on the day itself");
        let opened = Row { unopened: None, ..urgent };
        assert_eq!(told(&opened, "2026-05-20T17:00"), [Occasion::NewReport, Occasion::Urgent]);
    }

    #[test]
    fn a_receiver_is_silent_after_five_working_days() {
        let sent = "2026-05-01".parse().ok();
        let row = Row { next: NextAction::AwaitReceipt, unconfirmed: sent, ..Row::of(&case_in(Step::Referred)) };
        // Bevrijdingsdag is no working day
        assert_eq!(told(&row, "2026-05-08T12:00"), []);
        assert_eq!(told(&row, "2026-05-11T12:00"), [Occasion::Silent]);
        let closed = Row { step: Step::Closed, ..row };
        assert_eq!(told(&closed, "2026-05-11T12:00"), []);
    }

    #[test]
    fn nobody_is_told_of_a_case_that_they_may_not_see_or_asked_to_agree_with_themselves() {
        let row =
            Row { asking: vec![Asking { by: officer(1), until: None, only: vec![] }], ..Row::of(&new_case(|_| {})) };
        for occasion in Occasion::ALL {
            for relation in [Relation::Excluded, Relation::Other] {
                assert!(!occasion.concerns(&row, relation, &officer(2)), "{occasion:?} {relation:?}");
            }
        }
        assert!(Occasion::Agreement.concerns(&row, Relation::Agenda, &officer(2)));
        assert!(!Occasion::Agreement.concerns(&row, Relation::Assigned, &officer(1)));
        assert!(!Occasion::TermToday.concerns(&row, Relation::Agenda, &officer(2)), "a colleague has it");
        assert!(Occasion::Urgent.concerns(&row, Relation::Unassigned, &officer(2)));
    }

    #[test]
    fn spoed_and_agreement_are_on_unless_somebody_turns_them_off() {
        assert!(Occasion::DEFAULT.contains(&Occasion::Urgent) && Occasion::DEFAULT.contains(&Occasion::Agreement));
    }
}
