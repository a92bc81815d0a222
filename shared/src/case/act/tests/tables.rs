//! Tables that meet later, and answers that come late.
use crate::{
    calendar::Calendar,
    case::{
        Act, ActKind, Case, NextAction, Refusal, Row, RowView, Section, Step,
        fixture::{act, ask, carry, case_in, officer, on_agenda, prose, table_day, today},
        notes::{Discussed, ReceiversAnswer, TableDay},
    },
};

fn discussed(referral: usize) -> Act {
    Act::RecordDiscussed(Discussed { referral, day: today(), outcome: prose("De gemeente controleert") })
}

#[test]
fn a_table_is_due_on_its_day_and_waits_until_then() {
    let told = carry(on_agenda(), act(ActKind::GiveFeedback));
    let row = Row::of(&told);
    assert_eq!((row.next, row.due), (NextAction::AskTable, Some(table_day())));
    assert_eq!(row.unconfirmed, Some(table_day()), "nobody is silent before that");
    let (view, calendar) = (RowView::of(row, today(), &officer(1)), Calendar::default());
    assert_eq!(view.section(today(), &calendar), Section::Waiting);
    assert_eq!(view.section(table_day(), &calendar), Section::Now);
    assert_eq!(view.section(table_day() + chrono::Days::new(7), &calendar), Section::Now, "late");
}

#[test]
fn the_case_stays_open_until_it_was_discussed() {
    let told = carry(on_agenda(), act(ActKind::GiveFeedback));
    assert_eq!(ask(&told, Act::Close, &officer(1)), Err(Refusal::TableFirst));
    let after = carry(told, discussed(0));
    assert_eq!(Row::of(&after).next, NextAction::Close, "a table confirms no receipt");
    assert_eq!(ask(&after, discussed(0), &officer(1)), Err(Refusal::NothingToDo), "once");
    let closed = carry(after, Act::Close);
    let json = serde_json::to_string(&closed).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), closed);
}

#[test]
fn a_table_that_did_not_meet_is_due_on_its_new_day() {
    let told = carry(on_agenda(), act(ActKind::GiveFeedback));
    let on = table_day() + chrono::Days::new(90);
    let moved = carry(told.clone(), Act::MoveTable(TableDay { referral: 0, on, reason: prose("Ging niet door") }));
    assert_eq!(Row::of(&moved).due, Some(on));
    let wrong = Act::MoveTable(TableDay { referral: 1, on, reason: prose("Ging niet door") });
    assert_eq!(ask(&told, wrong, &officer(1)), Err(Refusal::NothingToConfirm));
    assert_eq!(ask(&case_in(Step::Referred), discussed(0), &officer(1)), Err(Refusal::NothingToDo));
}

/// Months later too, and more than once.
#[test]
fn a_receiver_may_answer_after_the_case_was_closed() {
    let answer = |referral| {
        Act::RecordAnswer(ReceiversAnswer { referral, day: today(), answer: prose("Er loopt nu een onderzoek") })
    };
    for step in [Step::Referred, Step::Closed] {
        let before = case_in(step);
        let after = carry(carry(before.clone(), answer(0)), answer(0));
        assert_eq!(after.status().referred().unwrap().answers.len(), 2);
        assert_eq!((after.status().step(), after.kept()), (step, before.kept()), "its term stays as it was");
        assert_eq!(ask(&after, answer(2), &officer(1)), Err(Refusal::NothingToConfirm));
    }
    let early = carry(case_in(Step::Received), act(ActKind::CloseEarly));
    assert_eq!(ask(&early, answer(0), &officer(1)), Err(Refusal::NothingToDo), "nothing was sent");
}
