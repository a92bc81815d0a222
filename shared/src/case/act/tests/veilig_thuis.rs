//! No way on with Veilig Thuis open: by no act, in no order.
use crate::{
    answer::Known,
    case::{
        Act, ActKind, Case, Refusal, Step, available,
        fixture::{
            act, apply_by, ask, asker, carry, carry_by, case_in, end_early, form, kinds, new_case, officer, referral,
            ruling,
        },
        notes::{AgeGroup, EarlyReason, FormSheet, ReferralTarget, Ruling},
    },
    report::{Alarm, Draft, VttContact, VttState},
};
use proptest::prelude::*;

/// What leaves a step after the contact with the melder, and from where.
const WAYS_OUT: [(Step, ActKind); 9] = [
    (Step::InContact, ActKind::StartInvestigation),
    (Step::Investigation, ActKind::MoveToDecision),
    (Step::Decision, ActKind::Decide),
    (Step::Referred, ActKind::Close),
    (Step::Received, ActKind::CloseEarly),
    (Step::InContact, ActKind::CloseEarly),
    (Step::Investigation, ActKind::CloseEarly),
    (Step::Decision, ActKind::CloseEarly),
    (Step::Referred, ActKind::CloseEarly),
];

fn open(minor: Known, acute: Known) -> impl FnOnce(&mut Draft) {
    move |draft| {
        (draft.minor, draft.acute) = (Some(minor), Some(acute));
        draft.called_112 = Some(crate::answer::YesNo::Yes);
        draft.vtt.state = Some(VttState::NotReached);
    }
}

/// The events of a case on another report: as if nobody had asked for Veilig Thuis on the way.
fn in_step(step: Step, change: impl FnOnce(&mut Draft)) -> Case {
    let entries = case_in(step).entries().to_vec();
    entries.into_iter().fold(new_case(change), |case, entry| case.apply(entry).unwrap())
}

fn with_minor() -> FormSheet {
    let mut form = form();
    form.persons[0].age = AgeGroup::From12To17;
    form
}

#[test]
fn every_way_out_asks_for_veilig_thuis() {
    let needs =
        [(Known::Yes, Known::No), (Known::Unknown, Known::No), (Known::No, Known::Yes), (Known::No, Known::Unknown)];
    for (minor, acute) in needs {
        for (step, kind) in WAYS_OUT {
            let case = in_step(step, open(minor, acute));
            let case = if kind == ActKind::Close { carry(case, act(ActKind::GiveFeedback)) } else { case };
            assert!(case.is_urgent() && case.vtt_unanswered(), "{minor:?} {acute:?}");
            assert_eq!(ask(&case, act(kind), &officer(1)), Err(Refusal::VttFirst), "{step:?} {kind:?}");
            assert!(!available(&case, asker(&officer(1))).contains(&kind), "no button that is refused");
            let recorded = carry(case, act(ActKind::RecordVtt));
            assert!(ask(&recorded, act(kind), &officer(1)).is_ok(), "{step:?} {kind:?}");
        }
    }
}

/// The one reason by which a report ended without a word about Veilig Thuis.
#[test]
fn the_report_of_a_minor_is_no_mistake_in_silence() {
    let case = new_case(open(Known::Yes, Known::No));
    for reason in EarlyReason::ALL {
        assert_eq!(ask(&case, Act::CloseEarly(end_early(*reason)), &officer(1)), Err(Refusal::VttFirst), "{reason:?}");
    }
}

#[test]
fn a_minor_who_comes_up_later_is_asked_about_again() {
    let recorded = carry(case_in(Step::Investigation), act(ActKind::RecordVtt));
    assert!(!recorded.vtt_open() && ask(&recorded, act(ActKind::MoveToDecision), &officer(1)).is_ok());
    let case = carry(recorded, Act::SaveForm(with_minor()));
    assert_eq!(case.alarms(), [Alarm::Minor]);
    assert_eq!(ask(&case, act(ActKind::MoveToDecision), &officer(1)), Err(Refusal::VttFirst), "recorded before that");
    let again = carry(carry(case, Act::SaveForm(with_minor())), act(ActKind::RecordVtt));
    assert!(ask(&again, act(ActKind::MoveToDecision), &officer(1)).is_ok());
    let younger = carry(again.clone(), Act::SaveForm(with_minor()));
    assert!(ask(&younger, act(ActKind::MoveToDecision), &officer(1)).is_ok(), "the same minor in a later version");
    let reported = VttContact::Reported {
        who: crate::case::fixture::line("Zelf"),
        when: crate::case::fixture::line("Vandaag"),
        reference: None,
    };
    assert!(!carry(again, Act::RecordVtt(reported)).vtt_open());
}

/// Two people agreed to nothing else than to what was known then.
#[test]
fn a_proposal_of_before_the_minor_came_up_waits_for_veilig_thuis() {
    let police = Ruling { referrals: vec![referral(ReferralTarget::Police)], ..ruling() };
    let table = [
        (Step::Investigation, Act::CloseEarly(end_early(EarlyReason::Malicious)), true),
        (Step::Decision, Act::Decide(police), false),
    ];
    for (step, proposed, form_goes) in table {
        let case = carry(case_in(step), proposed);
        assert!(ask(&case, Act::Agree(None), &officer(2)).is_ok());
        if form_goes {
            let case = carry(case, Act::SaveForm(with_minor()));
            assert_eq!(ask(&case, Act::Agree(None), &officer(2)), Err(Refusal::VttFirst));
            assert!(ask(&carry(case, act(ActKind::RecordVtt)), Act::Agree(None), &officer(2)).is_ok());
        }
    }
}

/// An act of any kind, by one of two AFs; now and then a form with a minor in it.
fn tried() -> impl Strategy<Value = (Act, u8)> {
    let all: Vec<Act> = kinds().map(act).chain([Act::SaveForm(with_minor())]).collect();
    (prop::sample::select(all), 1u8..3)
}

proptest! {
    #[test]
    fn no_sequence_of_acts_leaves_a_step_with_veilig_thuis_open(
        minor in prop::sample::select(Known::ALL), acute in prop::sample::select(Known::ALL),
        tries in prop::collection::vec(tried(), 0..40)
    ) {
        let mut case = new_case(open(minor, acute));
        for (act, who) in tries {
            let (before, open) = (case.status().step(), case.vtt_unanswered());
            let Ok(event) = ask(&case, act, &officer(who)) else { continue };
            case = apply_by(who, case, event);
            let now = case.status().step();
            let contact = before == Step::Received && now == Step::InContact;
            prop_assert!(!open || now == before || contact || before == Step::Closed, "{before:?} to {now:?}");
        }
    }
}

#[test]
fn it_can_be_recorded_in_every_step_in_which_it_is_asked_for() {
    for (step, _) in WAYS_OUT {
        assert!(ask(&case_in(step), act(ActKind::RecordVtt), &officer(2)).is_ok());
    }
    assert_eq!(
        carry_by(2, in_step(Step::Received, open(Known::Yes, Known::No)), act(ActKind::RecordVtt)).alarms(),
        [Alarm::Minor]
    );
}
