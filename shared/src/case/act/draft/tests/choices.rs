//! Choices that do not go together.
use super::{super::*, found};
use crate::{
    answer::YesNo,
    case::{
        fixture::ground,
        notes::{Assessment, Means, PersonRole, ReferralTarget},
    },
    report::FindingCode as Code,
};

fn ruling(assessment: Assessment, to: ReferralTarget) -> RulingDraft {
    let text = |words: &str| Some(words.to_owned());
    let (receiver, ground, shared) = (text("Coördinator"), Some(ground(to)), text("Plek en signalen."));
    let referral = ReferralDraft {
        to: Some(to),
        receiver,
        ground,
        shared,
        coerced: None,
        consent: None,
        planned: None,
        day: "2026-04-30".into(),
    };
    RulingDraft {
        meaning: "Mogelijk gedwongen werk.".into(),
        assessment: Some(assessment),
        heard: Some(YesNo::Yes),
        referrals: vec![referral],
        ..RulingDraft::default()
    }
}

#[test]
fn what_is_likely_does_not_end_with_too_little() {
    use Assessment::{Likely, TooLittle, Unclear};
    let likely = ruling(Likely, ReferralTarget::TooLittle);
    assert_eq!(found(&likely), [("/inschatting".to_owned(), Code::Contradiction)]);
    for assessment in [Unclear, TooLittle] {
        assert_eq!(found(&ruling(assessment, ReferralTarget::TooLittle)), [], "{assessment:?}");
    }
    assert_eq!(found(&ruling(Likely, ReferralTarget::Kmt)), []);
}

#[test]
fn somebody_may_have_more_than_one_role() {
    use PersonRole::{PossibleOffender, PossibleVictim, Unknown};
    let roles = |all: &[PersonRole]| serde_json::from_value(serde_json::to_value(all).unwrap()).unwrap();
    let at_role = |all: &[PersonRole]| {
        let draft = PersonDraft { roles: roles(all), ..PersonDraft::default() };
        let sheet = SheetDraft { persons: vec![draft], ..SheetDraft::default() };
        found(&sheet).into_iter().find(|(at, _)| at == "/personen/0/rol").map(|(_, code)| code)
    };
    assert_eq!(at_role(&[PossibleVictim, PossibleOffender]), None);
    assert_eq!(at_role(&[]), Some(Code::Required));
    assert_eq!(at_role(&[PossibleVictim, PossibleVictim]), Some(Code::Duplicate));
    assert_eq!(at_role(&[Unknown, PossibleVictim]), Some(Code::Contradiction));
}

#[test]
fn an_investigation_ends_on_a_working_day_within_half_a_year() {
    let table = [
        ("2026-04-30", None),
        ("2026-10-30", None),
        ("2026-04-29", Some(Code::EndDateInPast)),
        ("2026-05-10", Some(Code::NotAWorkingDay)),
        ("2026-05-14", Some(Code::NotAWorkingDay)),
        ("2026-11-02", Some(Code::TooFarAhead)),
        ("2027-05-03", Some(Code::TooFarAhead)),
        ("9999-12-31", Some(Code::TooFarAhead)),
    ];
    for (day, code) in table {
        let plan = PlanDraft { question: "Wie woont er?".into(), until: day.into(), ..PlanDraft::default() };
        let moved = EndDateDraft { until: day.into(), reason: "De melder is met verlof.".into() };
        let expected: Vec<(String, Code)> = code.into_iter().map(|code| ("/einddatum".to_owned(), code)).collect();
        assert_eq!((found(&plan), found(&moved)), (expected.clone(), expected), "{day}");
    }
}

/// A letter tells the melder something; it is no contact, and does not stop the clock.
#[test]
fn a_letter_is_feedback_and_no_contact() {
    for (means, is_contact) in Means::ALL.iter().map(|means| (*means, *means != Means::Written)) {
        let (happened, text) = (None, "Verzonnen".to_owned());
        let contact = ContactDraft { means: Some(means), happened, summary: Some(text.clone()) };
        let expected = if is_contact { vec![] } else { vec![("/wijze".to_owned(), Code::Contradiction)] };
        assert_eq!(found(&contact), expected, "{means:?}");
        assert_eq!(found(&FeedbackDraft { means: Some(means), text, reporter: None, day: "2026-04-30".into() }), []);
    }
}
