//! Questions to KMT: over whole sequences of what AFs and an adviser do.
use crate::{
    case::{
        Act, ActKind as K, Case, Refusal, RightsEvent, Step,
        fixture::{
            act, ask, asker, carry, carry_by, case_in,
            kmt::{asked, new_link, of_kmt, question, said, word},
            new_case, officer, prose, rights, walk,
        },
        kmt::{KmtOnLine, KmtStand, MOST_TRIES, MOST_WORDS, SaidWhat, Taken},
        notes::{AdviserSays, AdviserWord, KmtEnd, KmtQuestion},
        possible,
    },
    id::LinkKey,
    moment::Day,
};
use chrono::Days;

fn day(case: &Case) -> Day {
    case.last().0.day()
}

fn stand(case: &Case) -> KmtStand {
    case.kmt().last().unwrap().stand(day(case))
}

fn opens(case: &Case) -> bool {
    case.kmt_behind(&new_link().link, day(case)).is_some()
}

#[test]
fn an_adviser_asks_back_reads_the_answer_and_advises_once() {
    let first = asked(new_case(|_| {}));
    assert_eq!((stand(&first), opens(&first), first.kmt_asked()), (KmtStand::Asked, true, false));
    let back = said(&first, AdviserSays::AsksBack);
    assert_eq!((stand(&back), opens(&back), back.kmt_asked()), (KmtStand::AskedBack, true, false));
    let replied = carry(back, of_kmt(K::ReplyToKmt));
    assert_eq!((stand(&replied), opens(&replied)), (KmtStand::Asked, true));
    let refused = ask(&replied, of_kmt(K::ReplyToKmt), &officer(1));
    assert_eq!(refused, Err(Refusal::NothingToDo), "one answer to one question");
    let advised = said(&replied, AdviserSays::Advises);
    assert_eq!((stand(&advised), opens(&advised), advised.kmt_asked()), (KmtStand::Answered, false, true));
    let link = &new_link().link;
    let once_more = advised.with_adviser(link, &word(AdviserSays::Advises), advised.last().0);
    assert_eq!(once_more, Taken::There, "a retry after a lost answer");
    let other = advised.with_adviser(link, &word(AdviserSays::AsksBack), advised.last().0);
    assert_eq!(other, Taken::Over);
    let order: Vec<bool> = advised.kmt()[0].said.iter().map(|one| matches!(one.what, SaidWhat::Adviser(_))).collect();
    assert_eq!(order, [true, false, true]);
    let kept: Case = serde_json::from_value(serde_json::to_value(&advised).unwrap()).unwrap();
    assert_eq!(kept, advised);
}

/// The answer to a question got lost, and an AF replied before it was sent once more.
#[test]
fn what_is_sent_once_more_is_no_second_question() {
    let back = said(&asked(new_case(|_| {})), AdviserSays::AsksBack);
    let replied = carry(back, of_kmt(K::ReplyToKmt));
    let link = &new_link().link;
    assert_eq!(replied.with_adviser(link, &word(AdviserSays::AsksBack), replied.last().0), Taken::There);
}

#[test]
fn wrong_codes_after_the_advice_are_limited_and_bring_nothing_back() {
    let advised = said(&asked(case_in(Step::InContact)), AdviserSays::Advises);
    let mut case = carry(advised, act(K::AddRemark));
    assert_eq!(KmtOnLine::of(&case), None, "an AF did something after it");
    let (link, now) = (&new_link().link, case.last().0);
    for _ in 0..MOST_TRIES {
        let Taken::Added(tried) = case.with_try(link, now) else { panic!("{:?}", case.kmt_words()) };
        case = *tried;
    }
    assert_eq!((case.with_try(link, now), stand(&case), KmtOnLine::of(&case)), (Taken::Over, KmtStand::Answered, None));
}

#[test]
fn a_link_opens_nothing_once_it_is_over() {
    // the adviser said something, which nobody who may not know reads again by saying it once more
    let open = said(&asked(case_in(Step::InContact)), AdviserSays::AsksBack);
    let link = &new_link().link;
    let week = day(&open) + Days::new(6);
    assert!(open.kmt_behind(link, week).is_some() && open.kmt_behind(link, week + Days::new(1)).is_none());
    let over = [
        ("ended", carry(open.clone(), of_kmt(K::EndKmtQuestion))),
        ("closed", carry(open.clone(), act(K::CloseEarly))),
        ("restricted", carry(open.clone(), act(K::Restrict))),
        ("the AF's own report", carry(open.clone(), Act::OwnReport)),
        ("the AF is excluded for now", {
            let mut note = act(K::Exclude);
            if let Act::Exclude(exclusion) = &mut note {
                exclusion.who = officer(1);
            }
            carry_by(2, open.clone(), note)
        }),
        ("going", rights::after(&open, 2, RightsEvent::Doomed)),
    ];
    for (why, case) in over {
        assert!(!opens(&case), "{why}");
        for says in [AdviserSays::Advises, AdviserSays::AsksBack] {
            let late = case.with_adviser(link, &word(says), case.last().0);
            assert_eq!(late, Taken::Over, "{why}");
        }
    }
    let mut shut = open.clone();
    for tries in 0..MOST_TRIES {
        assert_eq!((shut.kmt()[0].tries, opens(&shut)), (tries, true));
        let Taken::Added(after) = shut.with_try(link, shut.last().0) else { panic!("not counted") };
        shut = *after;
    }
    assert_eq!((stand(&shut), opens(&shut)), (KmtStand::Shut, false));
    assert_eq!(shut.with_try(link, shut.last().0), Taken::Over, "no more is written");
    let again = asked(shut);
    assert_eq!(again.kmt().len(), 2, "a new link can be made");
    let other = LinkKey::from_bytes(&[8; 16]);
    assert!(open.kmt_behind(&other, day(&open)).is_none());
}

#[test]
fn kmt_is_asked_one_thing_at_a_time_and_about_what_was_ticked() {
    let open = asked(case_in(Step::Received));
    let again = |case: &Case| possible(case, K::AskKmt, asker(&officer(2)));
    assert_eq!(again(&open), Err(Refusal::AlreadySo));
    assert_eq!(again(&carry(open.clone(), of_kmt(K::EndKmtQuestion))), Ok(()));
    let many = (0..20).fold(new_case(|_| {}), |case, question| {
        carry(asked(case), Act::EndKmtQuestion(KmtEnd { question, reason: prose("Het is al duidelijk") }))
    });
    assert_eq!(again(&many), Err(Refusal::TooMany));
    let untold = Act::AskKmt(KmtQuestion { signals: vec!["bedden-in-schuur".into()], ..question() });
    assert_eq!(ask(&case_in(Step::Received), untold, &officer(1)), Err(Refusal::NothingToDo));
}

#[test]
fn an_adviser_cannot_fill_a_case() {
    let texts = (0..MOST_WORDS + 2).map(|n| prose(&format!("Vraag {n}")));
    let mut case = asked(case_in(Step::Received));
    let mut taken = 0;
    for text in texts {
        let word = AdviserWord { text, ..word(AdviserSays::AsksBack) };
        if let Taken::Added(after) = case.with_adviser(&new_link().link, &word, case.last().0) {
            let again = AdviserWord { text: prose("Nog iets"), ..word.clone() };
            let soon = after.with_adviser(&new_link().link, &again, after.last().0);
            assert_eq!(soon, Taken::Waits, "one thing at a time");
            (case, taken) = (carry(*after, of_kmt(K::ReplyToKmt)), taken + 1);
        }
    }
    assert_eq!(taken, MOST_WORDS - 1);
    assert_eq!(stand(&said(&case, AdviserSays::Advises)), KmtStand::Answered, "the last place is for the advice");
}

#[test]
fn a_question_counts_as_a_check_once_it_is_answered() {
    let ready = |case: &Case| possible(case, K::MoveToDecision, asker(&officer(1)));
    let unasked = walk(&[K::RecordContact, K::SaveForm, K::StartInvestigation]);
    assert_eq!(ready(&unasked), Err(Refusal::KmtFirst));
    let open = asked(unasked);
    assert_eq!(ready(&open), Err(Refusal::KmtFirst), "nobody answered");
    assert_eq!(ready(&said(&open, AdviserSays::Advises)), Ok(()));
}
