//! What there is to tell of a case.
use super::*;
use crate::{
    access::Relation,
    calendar::Calendar,
    case::{
        ActKind, Asking, NextAction, Row, Step,
        fixture::{case_in, new_case, officer, walk},
    },
    moment::Moment,
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
fn each_answer_of_the_melder_is_told_while_the_case_is_open() {
    let row = |answers| Row { answers, ..Row::of(&case_in(Step::InContact)) };
    let told = |row: &Row| {
        let all = notices(row, at("2026-04-28T12:00"), &Calendar::default());
        all.into_iter().filter(|notice| notice.occasion == Occasion::Answered).collect::<Vec<_>>()
    };
    let of = |answers| Notice { answers, ..Notice::of(Occasion::Answered) };
    assert_eq!((told(&row(0)), told(&row(1)), told(&row(2))), (vec![], vec![of(1)], vec![of(2)]));
    assert_ne!(of(1), of(2), "the second is another one");
    assert_eq!(told(&Row { step: Step::Closed, ..row(1) }), []);
    assert!(Occasion::DEFAULT.contains(&Occasion::Answered));
    for (relation, told) in [(Relation::Assigned, true), (Relation::Agenda, false), (Relation::Excluded, false)] {
        assert_eq!(Occasion::Answered.concerns(&row(1), relation, &officer(1)), told, "{relation:?}");
    }
}

#[test]
fn nobody_is_told_of_a_case_that_they_may_not_see_or_asked_to_agree_with_themselves() {
    let row = Row { asking: vec![Asking { by: officer(1), until: None, only: vec![] }], ..Row::of(&new_case(|_| {})) };
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
