//! A copy of a case that came from KMT, and of one that somebody reported on behalf of a colleague.
use super::super::{Blanks, passages};
use crate::{
    case::{
        Step,
        fixture::{from_kmt, new_case},
    },
    report::{CallFirst, ColleagueDraft},
};

const ORIGIN: &str = "melding.herkomst";

#[test]
fn that_it_came_from_kmt_can_be_released_and_who_gave_it_is_blanked() {
    let case = from_kmt(Step::InContact);
    let origin = passages::of(&case, None).into_iter().find(|passage| passage.id == ORIGIN).unwrap();
    assert_eq!(origin.text, "Van het KMT, op 24-04-2026, kenmerk K-17.");
    let text = Blanks::of(&case, super::NOTHING).apply("De procesmanager belde.");
    assert!(!text.contains("procesmanager"), "{text}");
    assert!(passages::of(&new_case(|_| {}), None).iter().all(|passage| passage.id != ORIGIN));
}

#[test]
fn the_colleague_who_saw_it_is_blanked_as_the_melder_is() {
    let case = new_case(|draft| {
        let (name, phone) = ("Bo Fictief".into(), "074 111 11 11".into());
        draft.behalf = ColleagueDraft { name, phone, first: Some(CallFirst::Colleague) };
    });
    let text = Blanks::of(&case, super::NOTHING).apply("Bo Fictief belde vanaf 0741111111.");
    assert!(!text.contains("Fictief") && !text.contains("1111"), "{text}");
}
