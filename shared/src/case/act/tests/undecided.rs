//! What was discussed in a werkoverleg and not decided there.
use crate::{
    calendar::Calendar,
    case::{
        Act, ActKind, Event, Refusal, Row, Step,
        act::draft::{Context, Draft, Fields, MeetingNoteDraft, MeetingNoteField},
        fixture::{act, apply_by, ask, carry, case_in, officer, today},
        notes::MeetingNote,
    },
    moment::Moment,
    report::FindingCode,
};

fn note() -> MeetingNote {
    let Act::NoteMeeting(note) = act(ActKind::NoteMeeting) else { panic!("another act") };
    note
}

#[test]
fn one_af_who_was_there_records_it_and_it_names_who_was() {
    let case = case_in(Step::Decision);
    let event = ask(&case, Act::NoteMeeting(note()), &officer(2)).unwrap();
    assert_eq!(event, Event::TalkedOver(note()));
    assert_eq!(note().present, [officer(1), officer(2)]);
    assert_eq!(ask(&case, Act::NoteMeeting(note()), &officer(9)), Err(Refusal::NotThere));
    let ousted = carry(case, act(ActKind::Exclude));
    let with_them = MeetingNote { present: vec![officer(1), officer(9)], ..note() };
    let named = apply_by(1, ousted, Event::Excluded(crate::case::fixture::exclusion(9)));
    assert_eq!(ask(&named, Act::NoteMeeting(with_them), &officer(1)), Err(Refusal::NotAnOfficer));
}

/// It is no decision: step, term and who has it stay as they were, and a decision is as possible as before.
#[test]
fn it_changes_nothing_else_of_the_case() {
    for step in [Step::Received, Step::InContact, Step::Investigation, Step::Decision] {
        let before = case_in(step);
        let after = carry(before.clone(), Act::NoteMeeting(note()));
        assert_eq!((after.status(), after.assigned()), (before.status(), before.assigned()), "{step:?}");
        assert_eq!(Row::of(&after).due, Row::of(&before).due, "{step:?}");
        let twice = carry(after, Act::NoteMeeting(note()));
        assert_eq!(twice.entries().len(), before.entries().len() + 2, "{step:?}");
    }
    for step in [Step::Referred, Step::Closed] {
        let refused = ask(&case_in(step), Act::NoteMeeting(note()), &officer(1));
        assert_eq!(refused, Err(Refusal::NotInThisStep), "{step:?}");
    }
}

#[test]
fn everything_that_is_wrong_with_it_is_found() {
    let codes = |draft: MeetingNoteDraft| -> Vec<(MeetingNoteField, FindingCode)> {
        let now = Moment::start_of(today()).plus_seconds(36_000);
        let calendar = Calendar::default();
        let context = Context {
            now,
            received: now,
            sources: &[],
            sharing: &crate::sharing::Sharing::default(),
            calendar: &calendar,
        };
        let found = draft.check(&context);
        found.err().into_iter().flatten().map(|finding| (finding.field, finding.code)).collect()
    };
    let fine = MeetingNoteDraft::of(&note());
    assert_eq!(codes(fine.clone()), []);
    let day = |later: u64| (today() + chrono::Days::new(later)).to_string();
    let wrong = MeetingNoteDraft {
        held: day(1),
        present: vec![],
        said: " ".into(),
        again: today().to_string(),
        ..fine.clone()
    };
    let expected = [
        (MeetingNoteField::Held, FindingCode::InFuture),
        (MeetingNoteField::Present, FindingCode::Required),
        (MeetingNoteField::Said, FindingCode::Required),
        (MeetingNoteField::Again, FindingCode::LaterDayNeeded),
    ];
    assert_eq!(codes(wrong), expected);
    let far = MeetingNoteDraft { again: day(400), to_do: Some(String::new()), ..fine };
    assert_eq!(codes(far), [(MeetingNoteField::Again, FindingCode::TooFarAhead)]);
}
