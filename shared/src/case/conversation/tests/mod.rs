use super::*;
use crate::case::{
    act::draft::{DraftField, PersonField, SheetDraft},
    fixture::{form, new_case, officer, prose},
    notes::{ContactNote, FormSheet, Means},
};
use crate::{
    moment::Moment,
    report::{CallFirst, ColleagueDraft},
};
use proptest::prelude::*;

mod persons;

fn moment(minute: u32) -> Moment {
    Moment::try_from(format!("2026-04-27T09:{minute:02}:00Z")).unwrap()
}

fn person(number: u64, text: &str) -> PersonDraft {
    PersonDraft { number: Some(number), description: Some(text.into()), ..PersonDraft::default() }
}

/// A draft of which three fields of different kinds are as these numbers say.
fn draft((safety, place, persons): (u8, u8, u8)) -> ConversationDraft {
    let form = SheetDraft {
        safety: if safety == 0 { String::new() } else { format!("Verzonnen {safety}") },
        place: (place > 0).then(|| format!("Plek {place}")),
        persons: vec![person(0, &format!("Persoon {persons}"))],
        ..SheetDraft::default()
    };
    ConversationDraft { form, ..ConversationDraft::default() }
}

proptest! {
    /// One field at a time: what one changed and the other did not is taken, and nothing else changes.
    #[test]
    fn a_field_is_taken_when_nobody_else_changed_it(
        stored in (0..3_u8, 0..3_u8, 0..3_u8), from in (0..3_u8, 0..3_u8, 0..3_u8), to in (0..3_u8, 0..3_u8, 0..3_u8),
    ) {
        let mut now = draft(stored);
        let merged = now.merge(&draft(from), &draft(to));
        let one = |stored: u8, from: u8, to: u8| if from != to && stored == from { to } else { stored };
        let expected = (one(stored.0, from.0, to.0), one(stored.1, from.1, to.1), one(stored.2, from.2, to.2));
        prop_assert_eq!(&now, &draft(expected));
        let clash = |stored: u8, from: u8, to: u8| from != to && stored != to && stored != from;
        let clashes = [clash(stored.0, from.0, to.0), clash(stored.1, from.1, to.1), clash(stored.2, from.2, to.2)];
        prop_assert_eq!(merged.clashes.len(), clashes.into_iter().filter(|clash| *clash).count());
        // sent again, because the answer was lost, it changes nothing more
        let again = now.clone().merge(&draft(from), &draft(to));
        prop_assert_eq!(again.taken, vec![]);
    }
}

#[test]
fn two_afs_who_type_in_different_fields_keep_both() {
    let begun = draft((0, 0, 1));
    let mut stored = begun.clone();
    stored.merge(&begun, &draft((1, 0, 1)));
    let merged = stored.merge(&begun, &draft((0, 2, 1)));
    assert_eq!((stored, merged.clashes.len()), (draft((1, 2, 1)), 0));
}

#[test]
fn a_field_that_both_changed_stays_as_it_was_first_changed_and_is_named() {
    let begun = draft((0, 0, 0));
    let mut stored = begun.clone();
    stored.merge(&begun, &draft((1, 0, 0)));
    let merged = stored.merge(&begun, &draft((2, 1, 0)));
    assert_eq!(merged.clashes, [ConversationField::Form(SheetField::Safety)]);
    assert_eq!(stored, draft((1, 1, 0)));
    // whoever chooses their own text says which text they saw
    let (seen, mut own) = (stored.clone(), stored.clone());
    own.take(&merged.clashes, &draft((2, 0, 0)));
    assert_eq!(stored.merge(&seen, &own).clashes, []);
    assert_eq!(stored, draft((2, 1, 0)));
}

#[test]
fn a_pointer_names_its_field_and_no_other() {
    let fields = ContactField::all().into_iter().map(ConversationField::Contact);
    let all = fields.chain([
        ConversationField::Form(SheetField::Safety),
        ConversationField::Person(17, None),
        ConversationField::Person(17, Some(PersonField::Age)),
    ]);
    let all: Vec<_> = all.collect();
    for field in &all {
        assert_eq!(ConversationField::at(&field.pointer()), Some(*field));
    }
    assert_eq!(ConversationField::at("/iets/anders"), None);
}

#[test]
fn what_the_melder_wrote_is_not_typed_again() {
    let case = new_case(|draft| {
        draft.subject = Some(Subject::Person);
        draft.place = "Verzonnen wasserij".into();
        draft.known = "Man, kok".into();
    });
    let begun = ConversationDraft::begun(&case);
    assert_eq!(begun.form.place.as_deref(), Some("Verzonnen wasserij"));
    assert_eq!(begun.form.persons[0].description.as_deref(), Some("Man, kok"));
    let from_melder = stamps(&case);
    assert!(from_melder.iter().all(|stamp| stamp.by.is_none() && stamp.at == case.origins().received));
    assert_eq!(from_melder.len(), 2, "place and persons: {from_melder:?}");
}

#[test]
fn whoever_wrote_the_report_down_spoke_with_the_melder_then() {
    let contact = |way: Option<WayIn>| {
        let behalf =
            ColleagueDraft { name: "Bo Fictief".into(), phone: String::new(), first: Some(CallFirst::Reporter) };
        ConversationDraft::begun(&new_case(|draft| (draft.way, draft.behalf) = (way, behalf))).contact
    };
    assert_eq!((contact(None).means, contact(None).happened), (Some(Means::Phone), None), "the melder's own form");
    let at_desk = contact(Some(WayIn::Desk));
    assert_eq!((at_desk.means, at_desk.happened.as_deref()), (Some(Means::InPerson), Some("2026-04-24T15:42")));
    assert_eq!(contact(Some(WayIn::Colleague)).means, Some(Means::Phone));
}

#[test]
fn each_field_says_who_gave_it_and_when() {
    let mut case = new_case(|draft| draft.place = "Verzonnen wasserij".into());
    let by = |case: Case, n: u8, minute: u32, event: Event| {
        case.apply(Entry { at: moment(minute), by: officer(n), event }).unwrap()
    };
    let note = ContactNote { happened: None, means: Means::Phone, summary: None };
    case = by(case, 1, 1, Event::ContactMade(note));
    let first = FormSheet { place: Some(prose("Verzonnen wasserij")), ..form() };
    let second = FormSheet { safety: prose("Nu veiliger."), ..first.clone() };
    case = by(case, 1, 2, Event::FormSaved(first));
    case = by(case, 2, 3, Event::FormSaved(second));
    let all = stamps(&case);
    let of = |pointer: &str| all.iter().find(|one| one.field == pointer).map(|one| (one.by.clone(), one.at));
    assert_eq!(of("/formulier/plek"), Some((None, case.origins().received)), "as the melder wrote it");
    assert_eq!(of("/formulier/personen/0"), Some((Some(officer(1)), moment(2))));
    assert_eq!(of("/formulier/veiligheid"), Some((Some(officer(2)), moment(3))));
    assert_eq!(ConversationDraft::begun(&case).form.safety, "Nu veiliger.", "the latest version goes on");
}
