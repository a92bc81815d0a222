//! A melder who cannot be spoken to: the route goes on, and nothing is said that is not so.
use crate::{
    case::{
        Act, ActKind, Case, Event, Feedback, NextAction, Progress, Proposal, Refusal, Row, Stage, Status, Step, Talk,
        Word, available,
        fixture::{
            act, ask, asker, carry, carry_by, case_in, end_untold, entry, new_case, officer, prose, without_contact,
        },
        notes::{Attempt, EarlyReason, NoContact, NoContactReason, Way},
    },
    moment::Moment,
};
use NoContactReason::{Gone, Unreachable, Unwanted};

fn propose(reason: NoContactReason) -> Act {
    Act::ProposeNoContact(NoContact { reason, words: prose("In woorden") })
}

fn tried(case: Case, day: &str, way: Option<Way>) -> Case {
    let happened = Moment::try_from(format!("{day}T10:00:00Z")).ok();
    carry(case, Act::RecordAttempt(Attempt { happened, way, note: None }))
}

#[test]
fn unreachable_is_somebody_who_was_tried_on_three_working_days_in_two_ways() {
    const OLD: Option<Way> = None;
    const PHONE: Option<Way> = Some(Way::Phone);
    const MAIL: Option<Way> = Some(Way::Mail);
    // 25 and 26 April are a weekend, and 27 April is Koningsdag
    type Tries = &'static [(&'static str, Option<Way>)];
    let table: [(Tries, bool); 7] = [
        (&[], false),
        (&[("2026-04-28", PHONE), ("2026-04-28", MAIL), ("2026-04-29", PHONE)], false),
        (&[("2026-04-25", PHONE), ("2026-04-28", MAIL), ("2026-04-29", PHONE)], false),
        (&[("2026-04-27", PHONE), ("2026-04-28", MAIL), ("2026-04-29", PHONE)], false),
        (&[("2026-04-28", PHONE), ("2026-04-29", PHONE), ("2026-04-30", PHONE)], false),
        (&[("2026-04-28", OLD), ("2026-04-29", OLD), ("2026-04-30", OLD)], false),
        (&[("2026-04-28", OLD), ("2026-04-29", OLD), ("2026-04-30", MAIL)], true),
    ];
    for (tries, enough) in table {
        let case = tries.iter().fold(new_case(|_| {}), |case, (day, way)| tried(case, day, *way));
        let asked = ask(&case, propose(Unreachable), &officer(1));
        assert_eq!(asked.is_ok(), enough, "{tries:?}");
        assert!(enough || asked == Err(Refusal::TriesFirst));
        assert!(ask(&case, propose(Gone), &officer(1)).is_ok(), "that somebody left is known without trying");
    }
    // what was tried before the case was closed says nothing of now
    let days = [("2026-04-28", PHONE), ("2026-04-29", MAIL), ("2026-04-30", PHONE)];
    let case = days.iter().fold(new_case(|_| {}), |case, (day, way)| tried(case, day, *way));
    let again = carry(carry(case, act(ActKind::CloseEarly)), act(ActKind::Reopen));
    assert_eq!(ask(&again, propose(Unreachable), &officer(1)), Err(Refusal::TriesFirst));
}

#[test]
fn one_af_alone_does_not_go_on_without_the_melder() {
    let case = carry(case_in(Step::Received), propose(Gone));
    let row = Row::of(&case);
    assert_eq!((row.step, row.next), (Step::Received, NextAction::AwaitColleague));
    assert_eq!(row.due, "2026-04-30".parse().ok(), "the clock runs until a second AF agreed");
    assert_eq!(ask(&case, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded));
    let contact = carry(case.clone(), act(ActKind::RecordContact));
    assert!(contact.pending().is_empty(), "speaking with the melder settles it");
    let agreed = carry_by(2, case, Act::Agree(None));
    assert_eq!(agreed.status().step(), Step::InContact);
    assert!(matches!(agreed.status().talk(), Some(Talk::Missing(without)) if without.note.reason == Gone));
    let row = Row::of(&agreed);
    assert_eq!((row.next, row.due, row.without), (NextAction::FillForm, None, Some(Gone)));
}

#[test]
fn the_route_goes_on_to_its_end_without_the_melder() {
    for reason in [Gone, Unwanted] {
        let closed = without_contact(reason, Step::Referred);
        let referred = closed.status().referred().unwrap();
        let settled = reason == Gone;
        assert_eq!(referred.feedback == Feedback::Moot, settled, "{reason:?}");
        let asked = ask(&closed, Act::Close, &officer(1));
        assert_eq!(asked.is_ok(), settled, "who only does not wish to be called can be told");
        assert!(settled || asked == Err(Refusal::FeedbackFirst));
        let json = serde_json::to_string(&closed).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), closed);
    }
}

#[test]
fn a_melder_who_is_reached_later_is_heard_and_told() {
    let late = act(ActKind::RecordLateContact);
    for step in [Step::InContact, Step::Investigation, Step::Decision, Step::Referred] {
        let case = without_contact(Gone, step);
        assert!(available(&case, asker(&officer(1))).contains(&ActKind::RecordLateContact));
        let reached = carry(case, late.clone());
        assert_eq!(reached.status().step(), step);
        assert!(matches!(reached.status().talk(), Some(Talk::Held(_))));
        assert_eq!(ask(&reached, late.clone(), &officer(1)), Err(Refusal::NothingToDo), "once");
        let progress = Progress::of(&reached);
        assert!(progress.without.is_none() && progress.steps.iter().any(|one| one.stage == Stage::Contact));
        assert!(progress.steps.is_sorted_by_key(|one| one.stage as u8));
        if let Status::Referred(state) = reached.status() {
            assert_eq!(state.feedback, Feedback::Open, "now there is somebody to tell");
        }
    }
    assert_eq!(ask(&case_in(Step::InContact), late, &officer(1)), Err(Refusal::NothingToDo));
}

#[test]
fn the_melder_is_told_what_is_so() {
    for step in [Step::InContact, Step::Investigation, Step::Decision, Step::Referred, Step::Closed] {
        let progress = Progress::of(&without_contact(Gone, step));
        assert_eq!(progress.without, Some(Gone));
        assert!(progress.steps.iter().all(|one| one.stage != Stage::Contact), "nobody spoke with them: {step:?}");
    }
    let closed = Progress::of(&without_contact(Gone, Step::Closed));
    assert_eq!(closed.word, Some(Word::Untold));
    let together = Progress::of(&carry(case_in(Step::Received), act(ActKind::CloseEarly)));
    assert_eq!(together.word, Some(Word::EndedEarly));
    let mut older = serde_json::to_value(&closed).unwrap();
    older.as_object_mut().unwrap().remove("zonderContact");
    assert_eq!(serde_json::from_value::<Progress>(older).unwrap(), Progress { without: None, ..closed });
}

#[test]
fn closing_early_without_telling_takes_two_unless_two_agreed_already() {
    let proposed = carry(case_in(Step::InContact), act(ActKind::CloseUntold));
    assert_eq!(proposed.status().step(), Step::InContact);
    assert_eq!(ask(&proposed, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded));
    let event = ask(&proposed, Act::Agree(None), &officer(2)).unwrap();
    assert!(proposed.clone().apply(entry(1, &proposed, event)).is_err(), "a timeline in which one did both");
    let closed = carry_by(2, proposed, Act::Agree(None));
    assert_eq!(Progress::of(&closed).word, Some(Word::EndedUntold));
    assert_eq!(closed.ended_by().len(), 2);
    let alone = carry(without_contact(Gone, Step::Investigation), act(ActKind::CloseUntold));
    assert_eq!((alone.status().step(), Progress::of(&alone).word), (Step::Closed, Some(Word::EndedUntold)));
    let unwanted = without_contact(Unwanted, Step::Investigation);
    assert_eq!(carry(unwanted, act(ActKind::CloseUntold)).status().step(), Step::Investigation);
    let malicious = ask(
        &without_contact(Gone, Step::Investigation),
        Act::CloseUntold(end_untold(EarlyReason::Malicious)),
        &officer(1),
    );
    assert!(matches!(malicious, Ok(Event::Proposed(Proposal::Untold(_)))));
}

/// A minor whose melder cannot be reached is not forgotten.
#[test]
fn veilig_thuis_comes_before_going_on_without_the_melder() {
    let minor = new_case(|draft| {
        draft.minor = Some(crate::answer::Known::Yes);
        let state = Some(crate::report::VttState::NotYet);
        draft.vtt = crate::report::VttDraft { state, why: "Nog niet gebeld".into(), ..Default::default() };
    });
    assert_eq!(ask(&minor, propose(Gone), &officer(1)), Err(Refusal::VttFirst));
    assert!(ask(&carry(minor, act(ActKind::RecordVtt)), propose(Gone), &officer(1)).is_ok());
}
