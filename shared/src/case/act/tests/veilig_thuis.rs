//! No way on with Veilig Thuis open: by no act, in no order.
use crate::{
    answer::Known,
    case::{
        Act, ActKind, Refusal, Settles, Step, available,
        fixture::{
            act, apply_by, ask, asker, carry, carry_by, case_in, correct, end_early, form, kinds, new_case, officer,
            referral, ruling,
            safety::{in_step, open, records, with_minor},
        },
        notes::{EarlyReason, ReferralTarget, Ruling, SafetyFact, VttNote},
    },
    report::Alarm,
};
use proptest::prelude::*;

/// What leaves a step otherwise than by speaking with the melder, and from where.
const WAYS_OUT: [(Step, ActKind); 16] = [
    (Step::Received, ActKind::ProposeNoContact),
    (Step::InContact, ActKind::StartInvestigation),
    (Step::Investigation, ActKind::MoveToDecision),
    (Step::Decision, ActKind::BackToInvestigation),
    (Step::Decision, ActKind::Decide),
    (Step::Referred, ActKind::Close),
    (Step::Received, ActKind::CloseEarly),
    (Step::InContact, ActKind::CloseEarly),
    (Step::Investigation, ActKind::CloseEarly),
    (Step::Decision, ActKind::CloseEarly),
    (Step::Referred, ActKind::CloseEarly),
    (Step::Received, ActKind::CloseUntold),
    (Step::InContact, ActKind::CloseUntold),
    (Step::Investigation, ActKind::CloseUntold),
    (Step::Decision, ActKind::CloseUntold),
    (Step::Referred, ActKind::CloseUntold),
];

#[test]
fn every_way_out_asks_for_veilig_thuis() {
    let needs =
        [(Known::Yes, Known::No), (Known::Unknown, Known::No), (Known::No, Known::Yes), (Known::No, Known::Unknown)];
    for (minor, acute) in needs {
        for (step, kind) in WAYS_OUT {
            let case = in_step(step, open(minor, acute));
            let case = if kind == ActKind::Close { carry(case, act(ActKind::GiveFeedback)) } else { case };
            let advised = carry(case.clone(), Act::RecordVtt(VttNote::Advised {}));
            for case in [case.clone(), advised] {
                assert!(case.is_urgent() && case.vtt_open(), "{minor:?} {acute:?}");
                assert_eq!(ask(&case, act(kind), &officer(1)), Err(Refusal::VttFirst), "{step:?} {kind:?}");
                assert!(!available(&case, asker(&officer(1))).contains(&kind), "no button that is refused");
            }
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

/// The persons of the form count in every step in which it is saved, and what was settled before does not cover them.
#[test]
fn a_minor_who_comes_up_later_is_asked_about_again() {
    for step in [Step::InContact, Step::Investigation] {
        let recorded = carry(case_in(step), act(ActKind::RecordVtt));
        assert!(!recorded.vtt_open());
        let case = carry(recorded, Act::SaveForm(with_minor()));
        assert_eq!(case.alarms(), [Alarm::Minor]);
        assert_eq!(ask(&case, act(ActKind::CloseEarly), &officer(1)), Err(Refusal::VttFirst), "recorded before that");
        let again = carry(case, act(ActKind::RecordVtt));
        let same = carry(again.clone(), Act::SaveForm(with_minor()));
        assert!(!again.vtt_open() && !same.vtt_open(), "the same minor in a later version");
        let adult = carry(same, Act::SaveForm(form()));
        assert_eq!(adult.safety().minor(), Known::Yes, "a form alone makes nobody older");
    }
}

/// Two people agreed to nothing else than to what was known then.
#[test]
fn a_proposal_of_before_the_minor_came_up_waits_for_veilig_thuis() {
    let police = Ruling { referrals: vec![referral(ReferralTarget::Police)], ..ruling() };
    let table = [
        (Step::Investigation, Act::CloseEarly(end_early(EarlyReason::Malicious)), Act::SaveForm(with_minor())),
        (Step::Decision, Act::Decide(police), correct(SafetyFact::Minor, Known::Yes)),
    ];
    for (step, proposed, came_up) in table {
        let case = carry(case_in(step), proposed);
        assert!(ask(&case, Act::Agree(None), &officer(2)).is_ok());
        let case = carry(case, came_up);
        assert_eq!(ask(&case, Act::Agree(None), &officer(2)), Err(Refusal::VttFirst));
        assert!(ask(&carry(case, act(ActKind::RecordVtt)), Act::Agree(None), &officer(2)).is_ok());
    }
}

/// An act of any kind, by one of two AFs; now and then a form with a minor in it, a record or a correction.
fn tried() -> impl Strategy<Value = (Act, u8)> {
    let records = records().into_iter().map(Act::RecordVtt);
    let facts = SafetyFact::ALL.iter().flat_map(|fact| Known::ALL.iter().map(|is| correct(*fact, *is)));
    let all: Vec<Act> = kinds().map(act).chain([Act::SaveForm(with_minor())]).chain(records).chain(facts).collect();
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
            let (before, open) = (case.status().step(), case.vtt_open());
            let Ok(event) = ask(&case, act, &officer(who)) else { continue };
            case = apply_by(who, case, event);
            let now = case.status().step();
            let contact = before == Step::Received && now == Step::InContact;
            prop_assert!(!open || now == before || contact || before == Step::Closed, "{before:?} to {now:?}");
            prop_assert!(now != Step::Closed || !case.vtt_open(), "closed and open");
        }
    }

    /// Whatever one AF does, a minor's case closes only when Veilig Thuis knows of it: and nobody was made older.
    #[test]
    fn no_sequence_by_one_af_closes_a_minors_case_without_veilig_thuis(
        minor in prop::sample::select(&[Known::Yes, Known::Unknown][..]), acute in prop::sample::select(Known::ALL),
        tries in prop::collection::vec(tried(), 0..60)
    ) {
        let mut case = new_case(open(minor, acute));
        let mut told = false;
        for (act, _) in tries {
            let tells = matches!(&act, Act::RecordVtt(note) if matches!(note.settles(), Settles::All | Settles::OnceKmtIsAsked));
            let Ok(event) = ask(&case, act, &officer(1)) else { continue };
            case = apply_by(1, case, event);
            told |= tells;
            prop_assert!(case.safety().minor().may_be());
            prop_assert!(case.status().step() != Step::Closed || (told && !case.vtt_open()));
        }
    }
}

#[test]
fn it_can_be_recorded_in_every_step_in_which_it_is_asked_for() {
    for (step, _) in WAYS_OUT {
        assert!(ask(&case_in(step), act(ActKind::RecordVtt), &officer(2)).is_ok());
    }
    let advised = Act::RecordVtt(VttNote::Advised {});
    assert_eq!(
        carry_by(2, in_step(Step::Received, open(Known::Yes, Known::No)), advised).alarms(),
        [Alarm::Minor],
        "advice is not a melding"
    );
}
