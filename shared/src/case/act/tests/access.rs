//! Access to a case.
use crate::case::{
    Act, ActKind, Context, NextAction, Refusal, Row, Step, available, decide,
    fixture::{
        act, ask, asker, assign, carry, carry_by, case_in, confirm_by, excluding, exclusion, kinds, officer, today,
    },
};

#[test]
fn exclusion_takes_the_case_away_and_lifting_takes_two_others() {
    let assigned = carry(case_in(Step::InContact), assign(9));
    let case = excluding(9, assigned);
    assert_eq!(case.assigned(), None, "what an excluded AF had is nobody's");
    assert_eq!(available(&case, asker(&officer(9))), [], "and can be asked nothing");
    for kind in kinds() {
        assert_eq!(ask(&case, act(kind), &officer(9)), Err(Refusal::Excluded), "{kind:?}");
    }
    let refusals = [
        (assign(9), Refusal::NotAnOfficer),
        (act(ActKind::Exclude), Refusal::AlreadyExcluded),
        (Act::Exclude(exclusion(1)), Refusal::SayOwnReport),
        (Act::Exclude(exclusion(5)), Refusal::NotAnOfficer),
        (Act::ProposeLift(exclusion(2)), Refusal::NotExcluded),
    ];
    for (command, refusal) in refusals {
        assert_eq!(ask(&case, command, &officer(1)), Err(refusal));
    }
    let proposed = carry(case, act(ActKind::ProposeLift));
    assert_eq!(Row::of(&proposed).next, NextAction::StartInvestigation, "the work goes on meanwhile");
    let lifted = carry_by(2, proposed, Act::Agree(None));
    assert!(!lifted.exclusions().excludes(&officer(9), None, today()) && lifted.exclusions().is_none());
}

#[test]
fn the_last_af_who_may_have_it_is_not_excluded() {
    let case = carry(case_in(Step::Received), act(ActKind::Exclude));
    let sources = [];
    let officers = [officer(1), officer(2)];
    let actor = officer(1);
    let (today, confirm_by, calendar) = (today(), confirm_by(), crate::calendar::Calendar::default());
    let left = |officers| Context {
        actor: &actor,
        today,
        confirm_by,
        calendar: &calendar,
        sources: &sources,
        officers,
        new_status_key: None,
        new_link: None,
        lead: None,
    };
    assert_eq!(decide(&case, Act::Exclude(exclusion(2)), &left(&officers[1..])), Err(Refusal::NobodyLeft));
    assert_eq!(decide(&case, Act::OwnReport, &left(&officers[..1])), Err(Refusal::NobodyLeft));
}
