use super::*;
use crate::case::{
    ActKind, Entry, Step,
    fixture::{act, carry, case_in, line, officer, prose},
    notes::{CareGround, CareOpening},
};
use proptest::prelude::*;

const DAY: i64 = 24 * 60 * 60 * 1000;
const NOON: i64 = 1_777_550_400_000;

fn at(millis: i64) -> Moment {
    Moment::from_millis(millis)
}

fn opening() -> Event {
    Event::CareOpened(CareOpening { ground: CareGround::Decision, reason: line("Verzonnen reden") })
}

fn opened(case: Case, by: u8, millis: i64) -> Case {
    case.apply(Entry { at: at(millis), by: officer(by), event: opening() }).unwrap()
}

fn entry(by: u8, text: &str, corrects: Option<usize>) -> CareEntry {
    CareEntry { at: at(NOON), by: officer(by), text: prose(text), corrects }
}

fn sight(case: &Case, who: u8, domain: Option<Domain>, millis: i64) -> CareSight {
    CareSight::of(case, &officer(who), domain, at(millis).day())
}

/// The rule as a table: function × who opened it × when.
#[test]
fn only_zorg_reads_it_and_who_opened_it_today() {
    let fresh = case_in(Step::Investigation);
    let case = opened(fresh.clone(), 1, NOON);
    let table = [
        (&fresh, 1, Some(Domain::Care), NOON, CareSight::OfCare),
        (&fresh, 1, Some(Domain::Safety), NOON, CareSight::Closed),
        (&fresh, 1, None, NOON, CareSight::Closed),
        (&case, 1, Some(Domain::Safety), NOON, CareSight::Opened),
        (&case, 1, None, NOON, CareSight::Opened),
        (&case, 2, Some(Domain::Safety), NOON, CareSight::Closed),
        (&case, 2, Some(Domain::Care), NOON, CareSight::OfCare),
        (&case, 1, Some(Domain::Safety), NOON + DAY, CareSight::Closed),
        (&case, 1, Some(Domain::Care), NOON + DAY, CareSight::OfCare),
    ];
    for (case, who, domain, millis, expected) in table {
        assert_eq!(sight(case, who, domain, millis), expected, "{who} {domain:?} {millis}");
        assert_eq!(expected.reads(), expected != CareSight::Closed);
    }
}

proptest! {
    /// However often it was opened, by whom and when: an AF from veiligheid reads it on the days on which they opened
    /// it, and an opening never holds for longer than 24 hours or for another.
    #[test]
    fn an_opening_is_for_one_person_and_one_day(
        openings in prop::collection::vec((1..4_u8, 0..5 * DAY), 0..6), who in 1..4_u8, now in 0..6 * DAY,
    ) {
        let mut openings = openings;
        openings.sort_by_key(|(_, at)| *at);
        openings.retain(|(_, at)| *at <= now);
        let case = openings.iter().fold(case_in(Step::Investigation), |case, (by, at)| opened(case, *by, NOON + at));
        let today = at(NOON + now).day();
        let expected = openings.iter().any(|(by, opened)| *by == who && at(NOON + opened).day() == today);
        let sees = sight(&case, who, Some(Domain::Safety), NOON + now);
        prop_assert_eq!(sees.reads(), expected);
        if sees.reads() {
            prop_assert!(openings.iter().any(|(by, opened)| *by == who && now - opened < DAY));
        }
    }
}

#[test]
fn an_opening_changes_nothing_else_of_the_case() {
    for step in Step::ALL.iter().copied() {
        let before = case_in(step);
        let after = opened(before.clone(), 2, NOON);
        assert_eq!((after.status(), after.assigned()), (before.status(), before.assigned()));
        assert!(after.is_as_seen_at(before.revision()), "{step:?}: a colleague's work is not refused for it");
    }
    assert_eq!(ActKind::of(&opening()), ActKind::OpenCare);
}

#[test]
fn entries_are_added_and_the_same_one_once() {
    let mut record = CareRecord::default();
    assert_eq!(record.add(entry(1, "Verzonnen medicijn", None)), Ok(true));
    assert_eq!(record.add(entry(1, "Verzonnen medicijn", None)), Ok(false), "sent again");
    assert_eq!(record.add(entry(2, "Verzonnen medicijn", None)), Ok(true), "another AF was told the same");
    assert_eq!(record.add(entry(1, "Toch een ander", Some(0))), Ok(true));
    assert_eq!(record.add(entry(1, "Van niets", Some(3))), Err(Refusal::NothingToDo));
    let said: Vec<(&str, Option<usize>)> =
        record.entries().iter().map(|one| (one.text.as_str(), one.corrects)).collect();
    assert_eq!(said, [("Verzonnen medicijn", None), ("Verzonnen medicijn", None), ("Toch een ander", Some(0))]);
    assert_eq!(format!("{record:?}"), "CareRecord(…)");
}

#[test]
fn it_is_full_by_number_and_by_length_and_a_full_one_fits_in_a_store() {
    let mut many = CareRecord::default();
    for n in 0..CareRecord::MOST {
        assert_eq!(many.add(entry(1, &format!("Regel {n}"), None)), Ok(true));
    }
    assert_eq!(many.add(entry(1, "Nog een", None)), Err(Refusal::CareFull));
    assert_eq!(many.add(entry(1, "Regel 7", None)), Ok(false), "what is there is there");
    let mut long = CareRecord::default();
    let mut added = 0;
    while long.add(entry(1, &format!("{added:04}{}", "𝒛".repeat(Prose::MAX - 4)), None)) == Ok(true) {
        added += 1;
    }
    assert_eq!(added, CareRecord::MOST_CHARACTERS / Prose::MAX);
    assert!(serde_json::to_vec(&long).unwrap().len() < 700 * 1024);
}

#[test]
fn what_was_stored_is_read_and_written_the_same() {
    let stored = concat!(
        r#"{"regels":[{"op":"2026-04-30T12:00:00.000Z","door":"01010101010101010101010101010101","tekst":"Een"},"#,
        r#"{"op":"2026-04-30T12:00:00.000Z","door":"01010101010101010101010101010101","tekst":"Twee","verbetert":0}]}"#
    );
    let record: CareRecord = serde_json::from_str(stored).unwrap();
    assert_eq!(serde_json::to_string(&record).unwrap(), stored);
}

#[test]
fn nothing_of_it_is_needed_to_go_on_with_the_case() {
    let noted = carry(opened(case_in(Step::Decision), 1, NOON), act(ActKind::AddRemark));
    assert_eq!(noted.status().step(), Step::Decision);
}
