//! The decision, and where it leads.
use super::{super::*, found, names, with};
use crate::{
    answer::YesNo,
    case::{
        fixture,
        notes::{Assessment, ReferralTarget, Ruling},
    },
    report::FindingCode as Code,
    sharing::Sharing,
};

fn referral(to: ReferralTarget) -> ReferralDraft {
    let text = |words: &str| Some(words.to_owned());
    ReferralDraft {
        to: Some(to),
        receiver: text("Coördinator"),
        ground: Some(fixture::ground(to)),
        shared: text("Plek en signalen."),
        coerced: None,
        consent: None,
        planned: None,
        day: "2026-04-30".into(),
    }
}

fn ruling(referrals: Vec<ReferralDraft>) -> RulingDraft {
    RulingDraft {
        meaning: "Mogelijk gedwongen werk.".into(),
        assessment: Some(Assessment::Likely),
        heard: Some(YesNo::Yes),
        referrals,
        ..RulingDraft::default()
    }
}

#[test]
fn a_decision_without_a_referral_is_reported_at_the_referrals() {
    let none = ("/vervolgstappen".to_owned(), Code::Required);
    assert_eq!(found(&ruling(vec![])), [none]);
    let empty = names(&ruling(vec![ReferralDraft::default()]));
    assert_eq!(empty, ["/vervolgstappen/0/naar", "/vervolgstappen/0/datum"], "the rest is asked once that is known");
}

#[test]
fn contradictions_are_reported_at_their_referral() {
    use ReferralTarget::{Kmt, TooLittle};
    let second = |code| [("/vervolgstappen/1/naar".to_owned(), code)];
    assert_eq!(found(&ruling(vec![referral(Kmt), referral(Kmt)])), second(Code::Duplicate));
    assert_eq!(found(&ruling(vec![referral(Kmt), referral(TooLittle)])), second(Code::Contradiction));
    let many: Vec<_> = ReferralTarget::ALL.iter().filter(|to| **to != TooLittle).map(|to| referral(*to)).collect();
    assert!(many.len() > Ruling::MOST_REFERRALS);
    assert_eq!(found(&ruling(many)), [("/vervolgstappen".to_owned(), Code::TooMany)]);
}

#[test]
fn too_little_shares_nothing_whatever_was_typed_before() {
    let draft = ruling(vec![referral(ReferralTarget::TooLittle)]);
    let draft = RulingDraft { assessment: Some(Assessment::TooLittle), ..draft };
    let note = with(|context| draft.check(context)).unwrap();
    let one = &note.referrals[0];
    assert!(one.receiver.is_none() && one.ground.is_none() && one.shared.is_none());
}

#[test]
fn without_being_heard_there_is_a_reason() {
    let silent = RulingDraft { heard: Some(YesNo::No), ..ruling(vec![referral(ReferralTarget::Kmt)]) };
    assert_eq!(names(&silent), ["/waaromNietGehoord"]);
    let hidden = RulingDraft { why_not_heard: Some("\u{200b}".into()), ..silent };
    assert_eq!(names(&hidden), ["/waaromNietGehoord"], "nothing to read is no reason");
    let both = RulingDraft { why_not_heard: Some("Was weg.".into()), ..ruling(vec![referral(ReferralTarget::Kmt)]) };
    assert_eq!(with(|context| both.check(context)).unwrap().why_not_heard, None, "the melder was heard");
}

#[test]
fn a_named_victim_asks_for_an_answer_and_nothing_of_it_is_kept_where_nothing_is_shared() {
    use Assessment::{Likely, Unclear};
    let named = |to, answer: &str| ruling(vec![ReferralDraft { coerced: Some(answer.into()), ..referral(to) }]);
    assert_eq!(names(&named(ReferralTarget::Police, " ")), ["/vervolgstappen/0/kanGedwongenZijn"]);
    let table = [(ReferralTarget::Police, Likely, true), (ReferralTarget::TooLittle, Unclear, false)];
    for (to, assessment, kept) in table {
        let draft = RulingDraft { assessment: Some(assessment), ..named(to, "Ja, dat kan.") };
        let note = with(|context| draft.check(context)).unwrap();
        assert_eq!(note.referrals[0].coerced.is_some(), kept, "{to:?}");
    }
}

#[test]
fn a_ground_is_one_that_the_table_names_for_this_receiver() {
    let ground = |to, ground: &str| found(&ruling(vec![ReferralDraft { ground: Some(ground.into()), ..referral(to) }]));
    let wrong = [("/vervolgstappen/0/grondslag".to_owned(), Code::WrongGround)];
    for to in ReferralTarget::receivers() {
        let own = fixture::ground(to);
        assert_eq!(ground(to, &format!(" {own} ")), of_consent(to), "{to:?}");
        assert_eq!(ground(to, "Een andere")[..1], wrong, "{to:?}");
        assert_eq!(ground(to, "")[..1], [("/vervolgstappen/0/grondslag".to_owned(), Code::Required)], "{to:?}");
    }
    assert_eq!(ground(ReferralTarget::Vtt, &fixture::ground(ReferralTarget::Riec)), wrong, "of another receiver");
    // a receiver that the table of the gemeente does not name gets nothing
    let draft = ruling(vec![referral(ReferralTarget::Vtt)]);
    let found =
        with(|context| draft.check(&Context { sharing: &Sharing { rules: vec![], established: None }, ..*context }))
            .unwrap_err();
    assert_eq!(found.iter().map(|one| (one.field.pointer(), one.code)).collect::<Vec<_>>(), wrong);
}

/// What is asked besides a ground.
fn of_consent(to: ReferralTarget) -> Vec<(String, Code)> {
    let asked = to == ReferralTarget::Comensha;
    asked.then(|| ("/vervolgstappen/0/instemming".to_owned(), Code::Required)).into_iter().collect()
}

#[test]
fn consent_is_written_down_where_the_table_asks_for_it() {
    let agreed = |to, how: &str| ruling(vec![ReferralDraft { consent: Some(how.into()), ..referral(to) }]);
    assert_eq!(names(&agreed(ReferralTarget::Comensha, " ")), ["/vervolgstappen/0/instemming"]);
    let note = with(|context| agreed(ReferralTarget::Comensha, "Zelf gevraagd op 28 april.").check(context)).unwrap();
    assert!(note.referrals[0].consent.is_some());
}

#[test]
fn another_receiver_takes_its_own_ground_and_nothing_that_it_does_not_ask() {
    use ReferralTarget::{Comensha, Police, TooLittle, Vtt};
    let text = || Some("Verzonnen".to_owned());
    let table = Sharing::default();
    for (to, coerced, consent) in [(Police, true, false), (Comensha, false, true), (Vtt, false, false)] {
        let mut draft = ReferralDraft { coerced: text(), consent: text(), ground: text(), ..referral(to) };
        draft.follow(table.rule(to));
        assert_eq!((draft.coerced.is_some(), draft.consent.is_some()), (coerced, consent), "{to:?}");
        assert_eq!(draft.ground, Some(fixture::ground(to)), "{to:?}");
    }
    let mut two = table.rule(Vtt).unwrap().clone();
    two.grounds.push("Een tweede".into());
    let mut draft = referral(Vtt);
    draft.ground = Some("Een tweede".into());
    draft.follow(Some(&two));
    assert_eq!(draft.ground.as_deref(), Some("Een tweede"), "it stays where it may be chosen");
    draft.ground = text();
    draft.follow(Some(&two));
    assert_eq!(draft.ground, None, "of two the AF chooses");
    draft.follow(table.rule(TooLittle));
    assert_eq!(draft.ground, None);
}
