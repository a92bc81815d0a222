//! Back from the beslismoment to the investigation.
use crate::case::{
    Act, ActKind, Case, NextAction, Progress, Refusal, Row, Stage, Status, Step,
    fixture::{act, ask, carry, carry_by, case_in, officer, prose, referral, ruling, today},
    notes::{EndDate, GoingBack, ReferralTarget, Ruling},
};

fn back(until: Option<&str>) -> Act {
    Act::BackToInvestigation(GoingBack {
        reason: prose("De huurder is nog onbekend"),
        until: until.map(|day| day.parse().unwrap()),
    })
}

/// At the beslismoment, with an end date of yesterday.
fn over() -> Case {
    let until = today() - chrono::Days::new(1);
    let moved = Act::MoveEndDate(EndDate { until, reason: prose("Een dag eerder") });
    carry(carry(case_in(Step::Investigation), moved), Act::MoveToDecision)
}

#[test]
fn the_work_is_where_it_was_with_all_that_was_found() {
    let before = case_in(Step::Investigation);
    let after = carry(case_in(Step::Decision), back(None));
    assert_eq!(after.status(), before.status());
    assert_eq!(Row::of(&after).next, NextAction::FinishInvestigation);
    let stages: Vec<Stage> = Progress::of(&after).steps.iter().map(|step| step.stage).collect();
    assert_eq!(stages, [Stage::Reported, Stage::Contact, Stage::Investigation]);
    assert_eq!(carry(after, Act::MoveToDecision).status().step(), Step::Decision);
}

#[test]
fn an_end_date_that_is_over_is_agreed_again() {
    assert_eq!(ask(&over(), back(None), &officer(1)), Err(Refusal::EndDateNeeded));
    let after = carry(over(), back(Some("2026-06-12")));
    assert!(matches!(after.status(), Status::Investigation(state) if state.plan.until.to_string() == "2026-06-12"));
    assert_eq!(Row::of(&after).due, "2026-06-12".parse().ok());
}

/// The proposal was for a decision that is not taken now.
#[test]
fn a_decision_that_waits_for_a_second_af_goes_with_it() {
    let police = Ruling { referrals: vec![referral(ReferralTarget::Police)], ..ruling() };
    let proposed = carry(case_in(Step::Decision), Act::Decide(police));
    let declined = carry_by(2, proposed.clone(), act(ActKind::Decline));
    assert_eq!(carry(declined, back(None)).status().step(), Step::Investigation);
    let after = carry(proposed, back(None));
    assert_eq!(ask(&after, Act::Agree(None), &officer(2)), Err(Refusal::NothingProposed));
}
