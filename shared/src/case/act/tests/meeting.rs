//! The decision of the werkoverleg is of those who were there.
use crate::{
    answer::YesNo,
    case::{
        Act, ActKind, Case, Event, NextAction, Proposal, Refusal, Row, RowView, Step, asked_of, available,
        fixture::{act, ask, asker, carry, carry_by, case_in, excluding, officer, prose, ruling, today},
        notes::Ruling,
    },
};

/// What was decided today by these AFs.
fn by(present: &[u8]) -> Ruling {
    let present = present.iter().map(|n| officer(*n)).collect();
    Ruling { held: Some(today()), present, heard: YesNo::Yes, talked: Some(prose("Zij vindt het goed")), ..ruling() }
}

fn proposed(present: &[u8]) -> Case {
    carry(case_in(Step::Decision), Act::Decide(by(present)))
}

#[test]
fn one_af_alone_decides_nothing() {
    for ruling in [ruling(), by(&[1, 2])] {
        let case = carry(case_in(Step::Decision), Act::Decide(ruling.clone()));
        assert_eq!((case.status().step(), Row::of(&case).next), (Step::Decision, NextAction::AwaitColleague));
        assert_eq!(ask(&case, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded));
        let agreed = carry_by(2, case, Act::Agree(Some(ActKind::Decide)));
        assert_eq!(agreed.status().referred().map(|state| &*state.ruling), Some(&ruling), "with who was there");
    }
}

#[test]
fn an_af_who_was_not_there_neither_records_nor_answers() {
    let not_there = ask(&case_in(Step::Decision), Act::Decide(by(&[2, 9])), &officer(1));
    assert_eq!(not_there, Err(Refusal::NotThere));
    let case = proposed(&[1, 2]);
    for answer in [Act::Agree(None), act(ActKind::Decline)] {
        assert_eq!(ask(&case, answer.clone(), &officer(9)), Err(Refusal::NotThere));
        assert!(ask(&case, answer, &officer(2)).is_ok());
    }
    let possible = |n: u8| available(&case, asker(&officer(n))).contains(&ActKind::Agree);
    assert_eq!((possible(2), possible(9)), (true, false));
    assert_eq!((asked_of(&case, asker(&officer(2))).len(), asked_of(&case, asker(&officer(9))).len()), (1, 0));
    let next = |n: u8| RowView::of(Row::of(&case), today(), &officer(n)).next;
    assert_eq!((next(2), next(9)), (NextAction::AnswerColleague, NextAction::AwaitColleague));
}

#[test]
fn a_decision_names_another_af_who_can_agree_and_nobody_who_may_not_know() {
    let alone = ask(&case_in(Step::Decision), Act::Decide(by(&[1])), &officer(1));
    assert_eq!(alone, Err(Refusal::OtherOfficerNeeded));
    let left = ask(&case_in(Step::Decision), Act::Decide(by(&[1, 7])), &officer(1));
    assert_eq!(left, Err(Refusal::OtherOfficerNeeded), "a colleague who cannot log in any more");
    let case = excluding(9, case_in(Step::Decision));
    assert_eq!(ask(&case, Act::Decide(by(&[1, 2, 9])), &officer(1)), Err(Refusal::NotAnOfficer));
}

/// Old cases hold decisions of one AF, which do not say who was there.
#[test]
fn a_decision_of_before_still_loads_and_stands() {
    let case = case_in(Step::Decision);
    let old = serde_json::to_value(Event::Decided(ruling())).unwrap();
    assert!(old["inhoud"].get("aanwezig").is_none() && old["inhoud"].get("besprokenOp").is_none());
    let event: Event = serde_json::from_value(old).unwrap();
    assert_eq!(crate::case::fixture::apply_by(1, case, event).status().step(), Step::Referred);
    let waits = serde_json::to_value(Proposal::Ruling(ruling())).unwrap();
    assert!(serde_json::from_value::<Proposal>(waits).is_ok());
}
