//! A signal from KMT, without a melder: the route can be gone through to its end, and no act asks for a melder.
use crate::{
    case::{
        Act, ActKind, Case, Event, Feedback, NextAction, Progress, Refusal, Row, Step, Talk, available,
        fixture::{
            act, apply_by, ask, asker, carry, end_untold, from_kmt, join, joined_when, new_case, officer, prose,
        },
        notes::{EarlyReason, LeadEnd, LeadMove, LeadStand, NoContact, NoContactReason},
    },
    retention::Outcome,
};
use proptest::prelude::*;

/// Every act that is about speaking with a melder, or telling one something.
const WITH_A_MELDER: [ActKind; 10] = [
    ActKind::RecordAttempt,
    ActKind::RecordContact,
    ActKind::ProposeNoContact,
    ActKind::RecordLateContact,
    ActKind::AskReporter,
    ActKind::SettleQuestion,
    ActKind::GiveFeedback,
    ActKind::ProposeNoFeedback,
    ActKind::CloseEarly,
    ActKind::IssueCode,
];
/// A case without a melder is never in the first step.
const STEPS: [Step; 5] = [Step::InContact, Step::Investigation, Step::Decision, Step::Referred, Step::Closed];

/// What leads from a step to the next.
fn way_on(step: Step) -> Option<ActKind> {
    match step {
        Step::InContact => Some(ActKind::StartInvestigation),
        Step::Investigation => Some(ActKind::MoveToDecision),
        Step::Decision => Some(ActKind::Decide),
        Step::Referred => Some(ActKind::Close),
        Step::Received | Step::Closed => None,
    }
}

#[test]
fn no_act_of_any_step_asks_for_a_melder() {
    for step in STEPS {
        let case = from_kmt(step);
        let case = if step == Step::InContact { carry(case, act(ActKind::SaveForm)) } else { case };
        assert_eq!(case.status().step(), step);
        let offered = available(&case, asker(&officer(1)));
        for kind in ActKind::ALL {
            let about_one = WITH_A_MELDER.contains(kind);
            assert!(!about_one || !offered.contains(kind), "{kind:?} in {step:?}");
            if about_one && !kind.targets(step).is_empty() {
                assert_eq!(ask(&case, act(*kind), &officer(1)), Err(Refusal::NoReporter), "{kind:?} in {step:?}");
            }
        }
        if let Some(on) = way_on(step) {
            assert!(offered.contains(&on) && ask(&case, act(on), &officer(1)).is_ok(), "{step:?} has a way on");
            let early = carry(case, Act::CloseUntold(end_untold(EarlyReason::NotTrafficking)));
            assert_eq!(early.status().step(), Step::Closed, "and one AF can end it: there is nobody to tell");
        }
    }
}

#[test]
fn it_begins_after_the_contact_and_no_clock_runs_for_one() {
    let case = from_kmt(Step::InContact);
    assert_eq!(case.status().talk(), Some(&Talk::Nobody));
    let row = Row::of(&case);
    assert_eq!((row.step, row.next, row.due), (Step::InContact, NextAction::FillForm, None));
    assert_eq!((row.without, row.unopened), (Some(NoContactReason::NoReporter), None));
    let referred = from_kmt(Step::Referred);
    assert_eq!(referred.status().referred().unwrap().feedback, Feedback::Moot);
    let closed = from_kmt(Step::Closed);
    assert_eq!(Progress::of(&closed).without, Some(NoContactReason::NoReporter));
    let json = serde_json::to_value(&closed).unwrap();
    assert_eq!(json["begin"]["melding"]["kmt"]["kenmerk"], "K-17");
    assert!(json["begin"]["melding"].get("melder").is_none(), "no name was made up");
    assert_eq!(serde_json::from_value::<Case>(json).unwrap(), closed);
    let again = carry(closed, act(ActKind::Reopen));
    assert_eq!((again.status().step(), again.status().talk()), (Step::Investigation, Some(&Talk::Nobody)));
}

#[test]
fn malicious_still_takes_two_people() {
    let proposed = carry(from_kmt(Step::InContact), Act::CloseUntold(end_untold(EarlyReason::Malicious)));
    assert_eq!((proposed.status().step(), proposed.pending().len()), (Step::InContact, 1));
}

#[test]
fn it_can_be_joined_and_holds_its_lead_case_up_for_no_feedback() {
    let joined = carry(from_kmt(Step::InContact), join());
    let end = Some(LeadEnd { outcome: Outcome::Likely, decided_by: vec![officer(2), officer(9)] });
    let moved = Event::LeadMoved(LeadMove { stand: LeadStand::Closed, end });
    let moved = apply_by(9, joined, moved);
    assert_eq!(Row::of(&moved).next, NextAction::AwaitLead);
    assert!(crate::case::joining::over(&moved).is_some(), "it closes with the lead case");
    let with_melder = joined_when(Step::InContact, LeadStand::Closed);
    assert!(crate::case::joining::over(&with_melder).is_none(), "one with a melder waits until they are told");
}

#[test]
fn an_af_cannot_say_that_a_melder_is_not_there() {
    let case = new_case(|_| {});
    let note = NoContact { reason: NoContactReason::NoReporter, words: prose("Verzonnen") };
    assert_eq!(ask(&case, Act::ProposeNoContact(note), &officer(1)), Err(Refusal::NoReporter));
}

proptest! {
    /// Whatever is tried, in whatever order and by whom: nothing is ever still to be done with a melder.
    #[test]
    fn nothing_is_ever_waited_for_from_a_melder(tries in prop::collection::vec((0..1000_usize, 1..3_u8), 0..25)) {
        let mut case = from_kmt(Step::InContact);
        let kinds: Vec<ActKind> = ActKind::ALL.iter().copied().filter(|kind| kind.is_of_the_route()).collect();
        for (at, who) in tries {
            if let Ok(event) = ask(&case, act(kinds[at % kinds.len()]), &officer(who)) {
                case = apply_by(who, case, event);
            }
            let row = Row::of(&case);
            prop_assert_ne!(row.step, Step::Received);
            prop_assert!(!matches!(row.next, NextAction::CallReporter | NextAction::TellReporter));
            prop_assert_eq!(row.without, Some(NoContactReason::NoReporter));
            prop_assert_eq!(case.open_questions(), 0);
        }
    }
}
