//! An AF excludes a colleague: what works at once, what lapses, and who has to agree.
use crate::{
    case::{
        Act, ActKind, Asker, Case, Event, Proposal, Refusal, Row, Step, Topic,
        act::confirm_exclusion,
        available,
        fixture::{act, apply_by, ask, asker, assign, carry, carry_by, case_in, confirm_by, exclusion, officer, today},
        open_exclusion, proposals,
    },
    moment::Day,
};

/// A case of the ninth AF, whom the first AF excludes.
fn ousted() -> Case {
    carry(carry(case_in(Step::InContact), assign(9)), act(ActKind::Exclude))
}

fn after(days: u64) -> Day {
    confirm_by() + chrono::Days::new(days)
}

#[test]
fn it_works_at_once_and_lapses_after_three_working_days() {
    let case = ousted();
    let kept_out = |day| case.exclusions().excludes(&officer(9), None, day);
    assert!(kept_out(today()) && kept_out(confirm_by()) && !kept_out(after(1)));
    assert_eq!(
        ask(&case, Act::AddRemark(crate::case::notes::Remark { text: crate::case::fixture::prose("x") }), &officer(9)),
        Err(Refusal::Excluded)
    );
    assert_eq!(case.assigned(), Some(&officer(9)), "who has it again when it lapses");
    assert!(Row::of(&case).on_agenda(today()) && !Row::of(&case).on_agenda(after(1)));
    let json = serde_json::to_string(&case).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
}

#[test]
fn another_af_or_the_fg_confirms_it_and_nobody_after_it_lapsed() {
    let (case, fg) = (ousted(), officer(7));
    assert_eq!(ask(&case, Act::Agree(None), &officer(1)), Err(Refusal::OtherPersonNeeded));
    assert_eq!(proposals(&case, asker(&officer(2))), [ActKind::Exclude]);
    let by_af = ask(&case, Act::Agree(None), &officer(2)).unwrap();
    let by_fg = confirm_exclusion(&case, asker(&fg)).unwrap();
    assert_eq!(by_af, by_fg);
    let late = Asker { actor: &fg, today: after(1) };
    assert_eq!(confirm_exclusion(&case, late), Err(Refusal::NothingProposed));
    assert_eq!(proposals(&case, Asker { actor: &officer(2), today: after(1) }), []);
    assert!(!available(&case, Asker { actor: &officer(2), today: after(1) }).contains(&ActKind::Agree));
    let confirmed = apply_by(7, case, by_fg);
    assert!(confirmed.exclusions().names(&officer(9)) && !confirmed.awaits(Topic::Exclusion));
    assert_eq!((confirmed.assigned(), open_exclusion(&confirmed)), (None, None));
}

#[test]
fn who_excluded_the_owner_never_gets_the_case() {
    let case = carry_by(2, ousted(), Act::Agree(None));
    for give in [assign(1), Act::Assign(crate::case::notes::Assignment { to: officer(1) })] {
        assert_eq!(ask(&case, give, &officer(2)), Err(Refusal::ExcludedTheOwner));
    }
    let worked = carry(case.clone(), act(ActKind::SaveForm));
    assert_eq!(worked.assigned(), None, "nor by working on it");
    assert_eq!(carry_by(2, case, act(ActKind::SaveForm)).assigned(), Some(&officer(2)));
    let closed = carry_by(2, worked, act(ActKind::CloseEarly));
    assert_eq!(ask(&closed, act(ActKind::Reopen), &officer(1)), Err(Refusal::ExcludedTheOwner));
}

#[test]
fn one_colleague_at_a_time_and_each_only_once() {
    let case = ousted();
    assert_eq!(ask(&case, Act::Exclude(exclusion(2)), &officer(1)), Err(Refusal::ExclusionWaits));
    assert_eq!(ask(&case, Act::Exclude(exclusion(9)), &officer(2)), Err(Refusal::AlreadyExcluded));
    let lifted = carry_by(2, carry(case, act(ActKind::ProposeLift)), Act::Agree(Some(ActKind::ProposeLift)));
    assert_eq!(ask(&lifted, Act::Exclude(exclusion(9)), &officer(1)), Err(Refusal::OtherOfficerNeeded));
    assert!(ask(&lifted, Act::Exclude(exclusion(9)), &officer(2)).is_ok());
}

#[test]
fn an_exclusion_as_stored_before_there_was_a_second_person_still_counts() {
    let case = carry(case_in(Step::InContact), assign(9));
    let case = apply_by(1, case, Event::Excluded(exclusion(9)));
    assert!(case.exclusions().names(&officer(9)) && case.has_ousted(&officer(1)) && case.assigned().is_none());
}

#[test]
fn where_nobody_else_is_left_it_waits_for_the_fg() {
    use crate::{
        calendar::Calendar,
        case::{Context, decide},
    };
    let (actor, officers, calendar) = (officer(1), [officer(1), officer(9)], Calendar::default());
    let context = Context {
        actor: &actor,
        today: today(),
        confirm_by: confirm_by(),
        calendar: &calendar,
        sources: &[],
        officers: &officers,
        new_status_key: None,
        new_link: None,
        lead: None,
    };
    let case = case_in(Step::InContact);
    let event = decide(&case, act(ActKind::Exclude), &context).unwrap();
    assert!(matches!(&event, Event::Proposed(Proposal::Exclude(proposed)) if proposed.until.is_none()));
    let case = apply_by(1, case, event);
    assert!(!case.exclusions().excludes(&officer(9), None, today()));
    let waits = open_exclusion(&case).unwrap();
    assert_eq!((waits.who, waits.by, waits.until), (officer(9), officer(1), None));
    let confirmed = apply_by(7, case.clone(), confirm_exclusion(&case, asker(&officer(7))).unwrap());
    assert!(confirmed.exclusions().names(&officer(9)));
}
