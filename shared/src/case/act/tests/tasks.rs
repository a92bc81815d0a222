//! Tasks of the investigation.
use crate::{
    case::{
        Act, ActKind, Case, NextAction, Refusal, Row, Step,
        fixture::{act, ask, carry, case_in, line, officer, prose, today},
        notes::{Task, TaskResult},
        tasks::{open_tasks, tasks},
    },
    moment::Day,
};

fn task(by: Day) -> Act {
    Act::NoteTask(Task { what: line("Vraag na wie er huurt"), who: line("Toezicht"), by })
}

fn done(at: usize) -> Act {
    Act::FinishTask(TaskResult { task: at, outcome: prose("Niemand") })
}

/// The next action and its day.
fn next(case: &Case) -> (NextAction, Option<Day>) {
    let row = Row::of(case);
    (row.next, row.due)
}

fn days(case: &Case) -> Vec<Day> {
    open_tasks(case.entries()).iter().map(|state| state.task.by).collect()
}

#[test]
fn the_task_with_the_first_day_is_next_until_it_is_done() {
    let begun = case_in(Step::Investigation);
    let (after, until) = next(&begun);
    let until = until.unwrap();
    let [first, second] = [3, 2].map(|days| until - chrono::Days::new(days));
    let case = carry(carry(carry(begun, task(second)), task(until)), task(first));
    assert_eq!((next(&case), days(&case)), ((NextAction::FinishTask, Some(first)), vec![first, second, until]));
    assert_eq!(Row::of(&case).tasks, vec![first, second, until]);
    let case = carry(case, done(2));
    assert_eq!((next(&case), days(&case)), ((NextAction::FinishTask, Some(second)), vec![second, until]));
    let case = carry(case, done(0));
    assert_eq!(next(&case), (after, Some(until)), "a task of the last day holds nothing up");
    let results: Vec<bool> = tasks(case.entries()).iter().map(|state| state.result.is_some()).collect();
    assert_eq!(results, [true, false, true]);
    let json = serde_json::to_string(&case).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
}

#[test]
fn a_task_is_done_once_and_only_where_there_is_one() {
    let begun = case_in(Step::Investigation);
    assert_eq!(ask(&begun, done(0), &officer(1)), Err(Refusal::NothingToDo));
    let case = carry(begun, task(today()));
    assert_eq!(ask(&case, done(1), &officer(1)), Err(Refusal::NothingToDo));
    let case = carry(carry(case, task(today())), done(0));
    assert_eq!(ask(&case, done(0), &officer(1)), Err(Refusal::NothingToDo));
    assert!(ask(&case, done(1), &officer(1)).is_ok());
}

#[test]
fn what_was_left_is_done_later_too_and_holds_no_step_up() {
    let case = carry(carry(case_in(Step::Investigation), act(ActKind::RecordKmtCheck)), task(today()));
    let decision = carry(case, Act::MoveToDecision);
    assert_eq!(next(&decision).0, NextAction::DiscussAndDecide);
    assert_eq!(ask(&decision, task(today()), &officer(1)), Err(Refusal::NotInThisStep));
    assert!(open_tasks(carry(decision, done(0)).entries()).is_empty());
}

#[test]
fn there_are_twenty_to_do_at_most() {
    let full = (0..20).fold(case_in(Step::Investigation), |case, _| carry(case, task(today())));
    assert_eq!(ask(&full, task(today()), &officer(1)), Err(Refusal::TooMany));
    assert!(ask(&carry(full, done(7)), task(today()), &officer(1)).is_ok());
}
