//! No to a proposal, with a reason; and who is asked.
use crate::{
    answer::Known,
    calendar::Calendar,
    case::{
        Act, ActKind, Case, Event, Guard, NextAction, Proposal, ReducedRow, Refusal, Rejection, Row, RowView, Section,
        Step, Topic, Urgency, asked_of, available,
        fixture::{
            act, apply_by, ask, asker, carry, carry_by, case_in, confirm_by, correct, end_early, entry, excluding,
            exclusion, officer, prose,
            safety::{in_step, not_needed, open},
            today, walk,
        },
        notes::{EarlyReason, NotNeededFor, SafetyFact},
        own_proposals,
    },
};

fn no(which: Option<ActKind>) -> Rejection {
    Rejection { which, reason: prose("Eerst meer weten") }
}

/// A case in this step in which an act of this kind can be proposed.
fn before(kind: ActKind, step: Step) -> Case {
    if matches!(kind, ActKind::RecordVtt | ActKind::CorrectSafety) {
        return in_step(step, open(Known::Unknown, Known::No));
    }
    let case = case_in(step);
    let case = if kind == ActKind::ProposeLift { excluding(9, case) } else { case };
    if kind == ActKind::ProposeEndHold { carry(case, act(ActKind::Hold)) } else { case }
}

/// An act of this kind that takes two people, if there is one.
fn of_two(kind: ActKind) -> Act {
    if kind == ActKind::CloseEarly {
        Act::CloseEarly(end_early(EarlyReason::Malicious))
    } else if kind == ActKind::RecordVtt {
        not_needed(NotNeededFor::Adult)
    } else if kind == ActKind::CorrectSafety {
        correct(SafetyFact::Minor, Known::No)
    } else {
        act(kind)
    }
}

/// Every proposal that waits for a second person: the case in which the first AF made it, and its act.
fn proposed() -> Vec<(Case, ActKind)> {
    let steps = [
        (ActKind::ProposeNoContact, Step::Received),
        (ActKind::Decide, Step::Decision),
        (ActKind::ProposeNoFeedback, Step::Referred),
    ];
    let step = |kind| steps.iter().find(|(one, _)| *one == kind).map_or(Step::InContact, |(_, step)| *step);
    let two = ActKind::ALL.iter().copied().filter(|kind| !kind.targets(step(*kind)).is_empty());
    let cases = two.filter_map(|kind| {
        let before = before(kind, step(kind));
        let event = ask(&before, of_two(kind), &officer(1)).ok()?;
        matches!(event, Event::Proposed(_)).then(|| (apply_by(1, before, event), kind))
    });
    cases.collect()
}

#[test]
fn every_proposal_can_be_turned_down_by_another_and_taken_back_by_who_made_it() {
    let all = proposed();
    let topics: Vec<Topic> = all.iter().map(|(case, _)| case.pending()[0].proposal.topic()).collect();
    let every = [
        Topic::Contact,
        Topic::Course,
        Topic::Exclusion,
        Topic::Lift,
        Topic::Feedback,
        Topic::Hold,
        Topic::Vtt,
        Topic::Safety,
    ];
    assert!(every.iter().all(|topic| topics.contains(topic)), "{topics:?}");
    for (case, kind) in all {
        let step = case.status().step();
        let own = ask(&case, Act::Decline(no(None)), &officer(1));
        assert!(matches!(own, Err(Refusal::OtherOfficerNeeded | Refusal::OtherPersonNeeded)), "{kind:?}: {own:?}");
        assert_eq!(ask(&case, Act::Withdraw(no(None)), &officer(2)), Err(Refusal::NothingProposed), "{kind:?}");
        let declined = carry_by(2, case.clone(), Act::Decline(no(None)));
        let Some(Event::Declined(rejected)) = declined.entries().last().map(|entry| &entry.event) else { panic!() };
        assert_eq!(rejected.reason, prose("Eerst meer weten"), "for whoever proposed it");
        let withdrawn = carry(case.clone(), Act::Withdraw(no(Some(kind))));
        for after in [declined, withdrawn] {
            assert_eq!((after.status().step(), after.pending()), (step, [].as_slice()), "{kind:?}");
            assert_eq!(ask(&after, Act::Agree(None), &officer(2)), Err(Refusal::NothingProposed));
            assert!(!Row::of(&after).awaits_second && Row::of(&after).asking.is_empty());
            let json = serde_json::to_string(&after).unwrap();
            assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), after);
        }
        let event = ask(&case, Act::Decline(no(None)), &officer(2)).unwrap();
        assert!(case.clone().apply(entry(1, &case, event)).is_err(), "nobody turns down their own proposal");
        let event = ask(&case, Act::Withdraw(no(None)), &officer(1)).unwrap();
        assert!(case.clone().apply(entry(2, &case, event)).is_err(), "nobody takes back that of another");
    }
}

/// Whoever asks for it again waits for a second person.
#[test]
fn an_exclusion_that_was_turned_down_keeps_nobody_out_and_is_not_repeated() {
    let case = carry(case_in(Step::InContact), Act::Exclude(exclusion(9)));
    assert!(case.exclusions().excludes(&officer(9), None, today()));
    let after = carry_by(2, case, Act::Decline(no(None)));
    assert!(!after.exclusions().excludes(&officer(9), None, today()) && after.exclusions().is_none());
    assert!(Guard::of(&after).is_none(), "a restore does not exclude them again");
    assert_eq!(ask(&after, Act::Exclude(exclusion(9)), &officer(1)), Err(Refusal::OtherOfficerNeeded));
}

#[test]
fn whoever_may_not_know_of_a_case_says_neither_yes_nor_no() {
    let case = carry(case_in(Step::InContact), Act::Exclude(exclusion(9)));
    let asked = [Act::Agree(None), Act::Decline(no(None)), Act::Withdraw(no(None))];
    assert!(asked.into_iter().all(|one| ask(&case, one, &officer(9)) == Err(Refusal::Excluded)));
    assert!(asked_of(&case, asker(&officer(9))).is_empty());
}

#[test]
fn a_no_says_to_what_where_more_than_one_waits() {
    let proposed = [ActKind::ProposeLift, ActKind::ProposeNoFeedback];
    let case = proposed.iter().fold(excluding(9, case_in(Step::Referred)), |case, kind| carry(case, act(*kind)));
    assert_eq!(ask(&case, Act::Decline(no(None)), &officer(2)), Err(Refusal::WhichProposal));
    assert_eq!(ask(&case, Act::Withdraw(no(None)), &officer(1)), Err(Refusal::WhichProposal));
    assert_eq!(ask(&case, Act::Decline(no(Some(ActKind::Decide))), &officer(2)), Err(Refusal::NothingProposed));
    let after = carry_by(2, case, Act::Decline(no(Some(ActKind::ProposeNoFeedback))));
    assert!(!after.awaits(Topic::Feedback) && after.awaits(Topic::Lift));
    assert_eq!(own_proposals(&after, asker(&officer(1))).len(), 1);
}

/// So a case that one AF ended after a no has one person who decided, and not two.
#[test]
fn whoever_proposed_what_nobody_agreed_to_did_not_decide() {
    let malicious = Act::CloseEarly(end_early(EarlyReason::Malicious));
    let declined = carry(carry_by(2, case_in(Step::InContact), malicious.clone()), Act::Decline(no(None)));
    let closed = carry(declined, act(ActKind::CloseEarly));
    assert_eq!(closed.ended_by(), [&officer(1)]);
    let agreed = carry(carry_by(2, case_in(Step::InContact), malicious), Act::Agree(None));
    assert_eq!(agreed.ended_by(), [&officer(1), &officer(2)]);
}

#[test]
fn while_processing_is_restricted_only_what_goes_on_is_answered() {
    let hold = [ActKind::Hold, ActKind::ProposeEndHold, ActKind::Restrict];
    let case = hold.iter().fold(case_in(Step::Received), |case, kind| carry(case, act(*kind)));
    assert_eq!(ask(&case, Act::Decline(no(None)), &officer(2)), Err(Refusal::ProcessingRestricted));
    assert!(Row::of(&case).asking.is_empty(), "nobody is asked what they cannot answer");
    let case = carry(excluding(9, case), act(ActKind::ProposeLift));
    assert!(ask(&case, Act::Decline(no(None)), &officer(2)).is_ok());
    assert!(ask(&case, Act::Withdraw(no(None)), &officer(1)).is_ok());
}

/// Whoever is asked sees it at the top. Whoever proposed it sees it among what waits for others, with the same urgency.
#[test]
fn whoever_is_asked_sees_it_under_what_is_to_be_done_now() {
    let calendar = Calendar::default();
    let late = today() + chrono::Days::new(20);
    for (case, kind) in proposed() {
        let view = |me: u8| RowView::of(Row::of(&case), today(), &officer(me));
        assert_eq!(view(2).next, NextAction::AnswerColleague, "{kind:?}");
        assert_eq!(view(2).section(today(), &calendar), Section::Now);
        assert_ne!(view(1).next, NextAction::AnswerColleague);
        assert!(available(&case, asker(&officer(2))).contains(&ActKind::Agree));
    }
    let late_case = carry(case_in(Step::Received), act(ActKind::ProposeNoContact));
    let row = Row::of(&late_case);
    assert!(matches!(RowView::of(row.clone(), late, &officer(2)).urgency(late, &calendar), Urgency::Late(_)));
    let other = walk(&[]);
    assert!(row.place() < Row::of(&other).place(), "what waits for a colleague comes before the rest");
    let urgent = Row { urgent: true, ..Row::of(&other) };
    assert!(urgent.place() < row.place(), "but not before what cannot wait");
    assert!(ReducedRow::from(&urgent).urgent && !ReducedRow::from(&row).urgent);
}

/// An exclusion that has lapsed asks nobody anything.
#[test]
fn nobody_is_asked_about_what_has_lapsed() {
    let case = carry(case_in(Step::InContact), Act::Exclude(exclusion(9)));
    assert!(matches!(case.pending()[0].proposal, Proposal::Exclude(_)));
    let on = |day| RowView::of(Row::of(&case), day, &officer(2)).next;
    assert_eq!(on(confirm_by()), NextAction::AnswerColleague);
    assert_eq!(on(confirm_by() + chrono::Days::new(1)), NextAction::StartInvestigation);
}
