//! Acts that take two people.
use crate::case::{
    Act, ActKind, Case, Event, NextAction, Proposal, Refusal, Row, Step, Topic, available,
    fixture::{
        act, apply_by, ask, asker, carry, carry_by, case_in, end_early, entry, excluding, officer, prose, referral,
        ruling, today,
    },
    notes::{EarlyReason, Referral, ReferralTarget, Ruling},
};

#[test]
fn one_af_alone_cannot_withhold_feedback() {
    let case = carry(case_in(Step::Referred), act(ActKind::ProposeNoFeedback));
    assert_eq!(ask(&case, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded));
    assert_eq!(ask(&case, Act::Close, &officer(2)), Err(Refusal::FeedbackFirst));
    assert!(ask(&case, Act::Agree(None), &officer(2)).is_ok());
}

/// Each of these acts, for the first AF and for the second.
#[test]
fn an_act_for_two_is_not_done_by_one() {
    let named = |to| Referral { coerced: Some(prose("Ja, dat kan: zij moest afgeven.")), ..referral(to) };
    let decide_with = |referral| Act::Decide(Ruling { referrals: vec![referral], ..ruling() });
    let malicious = end_early(EarlyReason::Malicious);
    let to = ReferralTarget::ALL.iter().copied();
    let decided = to.clone().map(|to| (Step::Decision, decide_with(referral(to)), Step::Referred));
    let victims =
        to.filter(|to| to.looks_for_offenders()).map(|to| (Step::Decision, decide_with(named(to)), Step::Referred));
    let table: Vec<(Step, Act, Step)> = decided
        .chain(victims)
        .chain(
            [Step::Received, Step::InContact, Step::Investigation, Step::Decision, Step::Referred]
                .map(|step| (step, Act::CloseEarly(malicious.clone()), Step::Closed)),
        )
        .collect();
    for (step, command, target) in table {
        let proposed = carry(case_in(step), command.clone());
        assert_eq!(proposed.status().step(), step, "{command:?} waits");
        assert!(Row::of(&proposed).on_agenda(today()) && Row::of(&proposed).next == NextAction::AwaitColleague);
        assert_eq!(ask(&proposed, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded), "{command:?}");
        assert!(!available(&proposed, asker(&officer(1))).contains(&ActKind::Agree));
        let event = ask(&proposed, Act::Agree(None), &officer(2)).unwrap();
        let forged = entry(1, &proposed, event.clone());
        assert!(proposed.clone().apply(forged).is_err(), "a timeline in which one AF did both does not load");
        let agreed = apply_by(2, proposed, event);
        assert_eq!((agreed.status().step(), agreed.pending()), (target, [].as_slice()), "{command:?}");
        let json = serde_json::to_string(&agreed).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), agreed);
    }
}

#[test]
fn a_proposal_is_replaced_by_a_later_one_and_gone_with_its_step() {
    let police = Ruling { referrals: vec![referral(ReferralTarget::Police)], ..ruling() };
    let case = carry(case_in(Step::Decision), Act::Decide(police.clone()));
    let other = Ruling { meaning: prose("Iets anders"), ..police };
    let event = ask(&case, Act::Decide(other), &officer(2)).unwrap();
    let case = apply_by(2, case, event);
    assert_eq!(ask(&case, Act::Agree(None), &officer(2)), Err(Refusal::OtherOfficerNeeded));
    assert!(ask(&case, Act::Agree(None), &officer(1)).is_ok());
    let gone = carry(case, act(ActKind::CloseEarly));
    assert_eq!(gone.pending(), []);
    assert_eq!(ask(&gone, Act::Agree(None), &officer(1)), Err(Refusal::NothingProposed));
}

/// With more than one proposal waiting an agreement says which one it is about.
#[test]
fn an_agreement_says_what_it_agrees_to_where_more_than_one_waits() {
    let proposed = [ActKind::ProposeLift, ActKind::ProposeNoFeedback, ActKind::Hold];
    let case = proposed.iter().fold(excluding(9, case_in(Step::Referred)), |case, kind| carry(case, act(*kind)));
    let case = carry_by(2, case, act(ActKind::ProposeEndHold));
    assert_eq!(case.pending().len(), 3);
    assert_eq!(
        ask(&case, Act::Agree(None), &officer(2)),
        Err(Refusal::WhichProposal),
        "two of them are of the first AF"
    );
    assert!(matches!(ask(&case, Act::Agree(None), &officer(1)), Ok(Event::Agreed(Proposal::EndHold(_)))));
    let agreed = carry_by(2, case, Act::Agree(Some(ActKind::ProposeNoFeedback)));
    assert!(!agreed.awaits(Topic::Feedback) && agreed.awaits(Topic::Lift) && agreed.awaits(Topic::Hold));
    let of_an_act_that_did_not_propose = Act::Agree(Some(ActKind::Decide));
    assert_eq!(ask(&agreed, of_an_act_that_did_not_propose, &officer(2)), Err(Refusal::NothingProposed));
}

#[test]
fn telling_the_melder_after_all_takes_the_proposal_away() {
    let proposed = carry(case_in(Step::Referred), act(ActKind::ProposeNoFeedback));
    assert_eq!(Row::of(&proposed).next, NextAction::AwaitColleague);
    let told = carry(proposed, act(ActKind::GiveFeedback));
    assert_eq!((told.pending(), Row::of(&told).next), ([].as_slice(), NextAction::AwaitReceipt));
}

/// While the processing is restricted an exclusion can be lifted; a hold cannot end.
#[test]
fn a_proposal_is_possible_under_restriction_when_its_act_is() {
    let hold = [ActKind::Hold, ActKind::ProposeEndHold, ActKind::Restrict];
    let case = hold.iter().fold(case_in(Step::Received), |case, kind| carry(case, act(*kind)));
    assert_eq!(ask(&case, Act::Agree(None), &officer(2)), Err(Refusal::ProcessingRestricted));
    let case = carry(excluding(9, case), act(ActKind::ProposeLift));
    assert!(matches!(ask(&case, Act::Agree(None), &officer(2)), Ok(Event::Agreed(Proposal::Lift(_)))));
    let hold = Act::Agree(Some(ActKind::ProposeEndHold));
    assert_eq!(ask(&case, hold, &officer(2)), Err(Refusal::NothingProposed));
}
