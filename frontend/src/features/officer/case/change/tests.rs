use super::*;
use crate::features::officer::case::fixture::{detail, officer};
use shared::case::notes::{Attempt, ContactNote, Means};
use shared::text::Prose;

fn attempt() -> Event {
    Event::Attempted(Attempt { note: None })
}

fn contact() -> Event {
    let summary = Prose::parse("Gesproken met een verzonnen melder.").unwrap();
    Event::ContactMade(ContactNote { means: Means::Phone, summary })
}

#[test]
fn somebody_else_was_first_and_it_can_still_be_asked() {
    let (before, after) = (detail(vec![]), detail(vec![(2, attempt())]));
    let told = change(&before, &after, Some(&officer(1)), CommandKind::RecordContact, false);
    let expected =
        Change::Others { who: "Mo Fictief".into(), what: vec!["Melder niet bereikt".into()], possible: true };
    assert_eq!(told, expected);
}

#[test]
fn it_cannot_be_asked_any_more() {
    let (before, after) = (detail(vec![]), detail(vec![(2, contact())]));
    let told = change(&before, &after, Some(&officer(1)), CommandKind::RecordContact, true);
    assert!(matches!(told, Change::Others { possible: false, .. }));
}

#[test]
fn a_lost_answer_is_found_again_only_when_one_was_lost() {
    let (before, after) = (detail(vec![]), detail(vec![(1, contact())]));
    let me = officer(1);
    assert_eq!(change(&before, &after, Some(&me), CommandKind::RecordContact, true), Change::Arrived);
    let told = change(&before, &after, Some(&me), CommandKind::RecordContact, false);
    assert!(matches!(told, Change::Others { who, .. } if who.starts_with("Jij")));
}
