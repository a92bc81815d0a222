//! What can still be read of a destroyed case: in an old copy of everything but the keys.
use super::*;
use kit::store::cell::{Cases, Cell};
use shared::case::notes::{BreakGlass, BreakGlassReason};

/// The record of what was counted for the figures.
const COUNTING: &str = "counting";

/// Everything in the store of cases that opens without the key of a case or of lines, as text. What a destroyed case
/// counts for is left out: it stays, and [`a_destroyed_case_leaves_counts_and_no_words`] looks at it.
fn readable(desk: &Desk, store: &dyn Store) -> String {
    let names = store.keys().unwrap().into_iter().filter(|name| name != COUNTING);
    let cells = names.filter_map(|key| Cell::<Cases, serde_json::Value>::named(&key));
    cells.filter_map(|cell| desk.cases.get(&cell).ok()?).map(|value| value.to_string()).collect()
}

/// What the example says, and what nobody may read any more once it is destroyed.
const TOLD: [&str; 4] = ["arbeid", "vormen", "onderwerp", "kanarie"];

#[test]
fn an_old_copy_tells_nothing_of_a_case_that_was_destroyed() {
    for place in Place::of_every_kind() {
        let desk = place.desk();
        let ids: Vec<CaseId> = (0..2).map(|n| send(&desk, n).id).collect();
        case::take_in(&desk).unwrap();
        let words = shared::text::Line::parse("kanarie").unwrap();
        let opened = Event::Opened(BreakGlass { why: BreakGlassReason::Other, words });
        ids.iter().for_each(|id| event(&desk, id, opened.clone()));
        ids.iter().for_each(|id| drop(change(&desk, id, end_early())));
        let cases = &place.stores[1];
        let names = cases.keys().unwrap();
        let old: Vec<_> = names.into_iter().map(|key| (key.clone(), cases.get(&key).unwrap().unwrap())).collect();
        // as a version before lines had a key kept them
        let (lines, later) = (case::inspected(&desk, 0).unwrap(), place.later());
        assert!(TOLD[..3].iter().all(|word| serde_json::to_string(&lines).unwrap().contains(word)));
        desk.cases.set(&cell::rows(0), &lines).unwrap();
        propose(&later, &ids[0], DestructionGround::Term, &who(1)).unwrap();
        approve(&later, &ids[0], Agreeing::Officer(&who(2))).unwrap();
        let now = readable(&later, &**cases);
        assert!(TOLD.iter().all(|word| !now.contains(word)), "{now}");
        assert_eq!(case::closed_rows(&later, 1).unwrap().0.len(), 1, "the other one is still listed");
        // the copy, with the keys of today
        old.iter().for_each(|(key, raw)| cases.set(key, raw).unwrap());
        let then = readable(&later, &**cases);
        assert!(TOLD.iter().all(|word| !then.contains(word)), "{then}");
        assert!(matches!(case::inspected(&later, 0), Err(Failure::Unreadable(_))), "its lines are closed");
        assert_eq!(case::load(&later, &ids[0]).err(), Some(Failure::Unreadable("case key")));
        // and they are made again from the cases that there are
        let (again, _) = case::closed_rows(&later, 1).unwrap();
        assert_eq!(again.iter().map(|row| &row.id).collect::<Vec<_>>(), [&ids[1]]);
    }
}

fn event(desk: &Desk, id: &CaseId, event: Event) {
    let standing = case::load(desk, id).unwrap();
    let entry = Entry { at: desk.now(), by: who(3), event };
    assert!(matches!(case::save(desk, &standing, entry), Ok(case::Saved::Done(_))));
}

#[test]
fn a_destroyed_case_leaves_counts_and_no_words() {
    let place = Place::new();
    let id = place.closed(1).remove(0);
    let later = place.later();
    propose(&later, &id, DestructionGround::Term, &who(1)).unwrap();
    approve(&later, &id, Agreeing::Officer(&who(2))).unwrap();
    let left = Cell::<Cases, serde_json::Value>::named(COUNTING).unwrap();
    let left = later.cases.get(&left).unwrap().unwrap();
    let known = ["halfjaar", "volgende", "telt", "later", "vernietigd", "onvolledig", "onzekerTotEnMet", "overSinds"];
    assert!(left.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{left}");
    for table in left["telt"].as_object().unwrap().values().chain(left["later"].as_object().unwrap().values()) {
        let counts = table["rijen"].as_object().into_iter().flatten().map(|(_, count)| count);
        assert!(counts.chain([&table["totaal"]]).all(|count| count.is_null() || count.is_u64()), "{left}");
    }
    assert!(!left.to_string().contains(id.as_str()), "not even its id");
}
