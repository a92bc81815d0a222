use super::*;

fn step(key: u32, to: ReferralTarget) -> ReferralDraft {
    ReferralDraft {
        key,
        to: to.as_str().into(),
        receiver: "Coördinator".into(),
        ground: "Verzonnen grondslag".into(),
        day: "2026-04-30".into(),
        shared: "Plek en signalen.".into(),
        victim: false,
        coerced: String::new(),
    }
}

fn draft(referrals: Vec<ReferralDraft>) -> Draft {
    Draft {
        today: "2026-04-30".parse().unwrap(),
        meaning: "Mogelijk gedwongen werk.".into(),
        assessment: Some(Assessment::Likely),
        heard: Some(YesNo::Yes),
        why_not: String::new(),
        referrals,
    }
}

fn ids(draft: &Draft) -> Vec<String> {
    draft.build().err().unwrap_or_default().into_iter().map(|error| error.id).collect()
}

#[test]
fn two_referrals_each_with_their_own() {
    let both = draft(vec![step(0, ReferralTarget::Kmt), step(3, ReferralTarget::Riec)]);
    let Ok(Command::Decide(ruling)) = both.build() else { panic!("refused") };
    assert_eq!(ruling.referrals.len(), 2);
    assert_eq!(ruling.referrals[1].to, ReferralTarget::Riec);
}

#[test]
fn too_little_shares_nothing_whatever_was_typed_before() {
    let Ok(Command::Decide(ruling)) = draft(vec![step(0, ReferralTarget::TooLittle)]).build() else {
        panic!("refused")
    };
    let one = &ruling.referrals[0];
    assert!(one.receiver.is_none() && one.ground.is_none() && one.shared.is_none());
}

#[test]
fn contradictions_stand_at_their_referral() {
    let twice = draft(vec![step(0, ReferralTarget::Kmt), step(1, ReferralTarget::Kmt)]);
    assert_eq!(ids(&twice), ["besluit-stap-1-naar"]);
    let beside = draft(vec![step(0, ReferralTarget::Kmt), step(1, ReferralTarget::TooLittle)]);
    assert_eq!(ids(&beside), ["besluit-stap-1-naar"]);
    let empty = ReferralDraft { key: 4, ..ReferralDraft::default() };
    assert_eq!(ids(&draft(vec![empty])).len(), 5);
}

#[test]
fn without_being_heard_there_is_a_reason_and_there_is_always_a_referral() {
    let silent = Draft { heard: Some(YesNo::No), ..draft(vec![step(0, ReferralTarget::Kmt)]) };
    assert_eq!(ids(&silent), ["besluit-waarom-niet"]);
    assert_eq!(ids(&draft(vec![])), ["besluit-gehoord"]);
}

#[test]
fn a_named_victim_asks_for_an_answer_only_where_offenders_are_looked_for() {
    let named = |to| ReferralDraft { victim: true, ..step(0, to) };
    let errors = draft(vec![named(ReferralTarget::Police)]).build().unwrap_err();
    assert_eq!(errors.iter().map(|error| error.id.as_str()).collect::<Vec<_>>(), ["besluit-stap-0-gedwongen"]);
    let answered = ReferralDraft { coerced: "Ja, dat kan.".into(), ..named(ReferralTarget::Police) };
    for (one, asked) in [(answered, true), (named(ReferralTarget::Kmt), false)] {
        let Ok(Command::Decide(ruling)) = draft(vec![one]).build() else { panic!("complete") };
        assert_eq!(ruling.referrals[0].coerced.is_some(), asked);
    }
}
