//! The index follows the cases, shows nothing, and forgets what it has to.
mod searching;
mod stopping;

use super::*;
use crate::case::{
    load, look, reindex, repair, save,
    tests::{change, kit_over, kits, memory, secret, stops},
    *,
};
use keyvalue::Store;
use kit::{
    inbox::arrival::accept,
    store::cell::{Kind, StoreName},
};
use shared::{
    answer::Known,
    case::{Act, Entry, Event, RightsEvent, clue::sought, notes},
    contract::examples,
    id::AccountId,
    report::{Channel, Draft},
    text::{Line, Prose},
};
use std::sync::{Arc, Mutex};

const ADDRESS: &str = "Fantasiekade 12";
/// On neither shelf.
const NOWHERE: [Vec<u32>; 2] = [Vec::new(), Vec::new()];

fn who() -> AccountId {
    AccountId::from_bytes(&[1; 16])
}

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

/// Reports of this address, taken in and not looked at.
fn reported(desk: &Desk, count: u16, address: &str) -> Vec<CaseId> {
    let draft = Draft { place: address.into(), ..examples::draft() };
    let sent = |n| accept(&desk.inbox, &secret(n), &draft, Channel::Form {}).unwrap().id;
    let ids = (0..count).map(sent).collect();
    take_in(desk).unwrap();
    ids
}

fn open_it(desk: &Desk, id: &CaseId) {
    look(desk, &load(desk, id).unwrap(), &who()).unwrap();
}

fn happens(desk: &Desk, id: &CaseId, event: Event) {
    save(desk, &load(desk, id).unwrap(), Entry { at: desk.now(), by: who(), event }).unwrap();
}

/// Ends it before the decision.
fn ends(reason: notes::EarlyReason) -> Event {
    let day = "2026-04-01".parse().unwrap();
    let feedback = notes::FeedbackNote { means: notes::Means::Phone, text: prose("Verteld"), day, reporter: None };
    Event::ClosedEarly(notes::EarlyEnd { reason, explanation: prose("Verzonnen"), feedback })
}

fn form(name: &str) -> Act {
    let description = Line::parse(name).ok();
    let (languages, interpreter, vulnerability) = (None, Known::No, None);
    let (roles, age) = (notes::PersonRole::Unknown.into(), notes::AgeGroup::From27);
    let person = notes::Person { roles, age, description, languages, interpreter, vulnerability, number: None };
    let (control, place, vehicles, phones, wishes, reporter_does) = (None, None, None, None, None, None);
    let (persons, safety, children, knows) = (vec![person], prose("Verzonnen"), Known::No, Known::No);
    Act::SaveForm(notes::FormSheet {
        persons,
        safety,
        children,
        control,
        place,
        vehicles,
        phones,
        knows,
        wishes,
        reporter_does,
    })
}

fn spoken() -> Event {
    Event::ContactMade(notes::ContactNote { happened: None, means: notes::Means::Phone, summary: None })
}

/// The numbers on both shelves.
fn found(desk: &Desk, words: &str) -> [Vec<u32>; 2] {
    Shelf::ALL.map(|shelf| with_clues(desk, shelf, &sought(words)).unwrap().into_iter().collect())
}

#[test]
fn a_case_is_found_from_the_first_look_on_and_moves_when_it_is_closed() {
    for desk in kits() {
        let id = reported(&desk, 1, ADDRESS).remove(0);
        assert_eq!(found(&desk, ADDRESS), NOWHERE, "nobody looked at it: a flood fills nothing");
        open_it(&desk, &id);
        assert_eq!(found(&desk, ADDRESS), [vec![1], vec![]]);
        assert_eq!(found(&desk, "fantasiekade  12"), [vec![1], vec![]]);
        assert_eq!(found(&desk, "Fantasiekade 13"), NOWHERE);
        happens(&desk, &id, ends(notes::EarlyReason::Duplicate));
        assert_eq!(found(&desk, ADDRESS), [vec![], vec![1]]);
        happens(&desk, &id, Event::Reopened(notes::Reopening { reason: prose("Verzonnen"), due: None }));
        assert_eq!(found(&desk, ADDRESS), [vec![1], vec![]]);
        happens(&desk, &id, Event::Rights(RightsEvent::Restricted(notes::rights::Why { reason: prose("Verzonnen") })));
        assert_eq!(found(&desk, ADDRESS), NOWHERE, "restricted (AVG 18)");
    }
}

#[test]
fn what_ended_as_unfounded_is_found_nowhere() {
    use notes::EarlyReason::{Malicious, Mistake, NotTrafficking};
    for reason in [Mistake, NotTrafficking, Malicious] {
        let desk = kits().into_iter().next().unwrap();
        let id = reported(&desk, 1, ADDRESS).remove(0);
        open_it(&desk, &id);
        happens(&desk, &id, ends(reason));
        assert_eq!(found(&desk, ADDRESS), NOWHERE, "{reason:?}");
    }
}

#[test]
fn a_name_that_was_corrected_on_the_form_is_found_no_more() {
    for desk in kits() {
        let id = reported(&desk, 1, ADDRESS).remove(0);
        happens(&desk, &id, spoken());
        change(&desk, &id, form("Nadia Fictief, rood haar"));
        assert_eq!(found(&desk, "NADIA FICTIEF"), [vec![1], vec![]]);
        change(&desk, &id, form("Nadya Fictief"));
        assert_eq!(found(&desk, "Nadia Fictief"), NOWHERE);
        assert_eq!(found(&desk, "Nadya Fictief"), [vec![1], vec![]]);
        assert_eq!(found(&desk, ADDRESS), [vec![1], vec![]], "the report stays");
    }
}

#[test]
fn the_melder_is_no_clue() {
    let desk = kits().into_iter().next().unwrap();
    let id = reported(&desk, 1, ADDRESS).remove(0);
    open_it(&desk, &id);
    let draft = examples::draft();
    for words in [draft.name.as_str(), draft.phone.as_str()] {
        assert_eq!(found(&desk, words), NOWHERE, "{words}");
    }
}

/// Every stored bucket: its key, and how many bytes it takes.
fn stored(store: &dyn Store) -> Vec<(String, usize)> {
    let is_bucket = |key: &String| Kind::of(StoreName::Cases, key) == Some(Kind::Clues);
    let mut all: Vec<(String, usize)> = store
        .keys()
        .unwrap()
        .into_iter()
        .filter(is_bucket)
        .map(|key| {
            let length = store.get(&key).unwrap().unwrap().len();
            (key, length)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn what_is_stored_shows_no_value_and_not_how_often_it_occurs() {
    let sizes = [1, 30].map(|count| {
        let cases = memory();
        let desk = kit_over(memory(), cases.clone(), memory());
        let ids = reported(&desk, count, ADDRESS);
        ids.iter().for_each(|id| open_it(&desk, id));
        assert_eq!(found(&desk, ADDRESS)[0].len(), usize::from(count));
        for key in cases.keys().unwrap() {
            let raw = cases.get(&key).unwrap().unwrap();
            let text = String::from_utf8_lossy(&raw).to_lowercase();
            assert!(!text.contains("fantasie") && !text.contains("vakken") && !key.contains("fantasie"), "{key}");
        }
        let buckets = stored(&*cases);
        let lengths: Vec<usize> = buckets.iter().map(|(_, length)| *length).collect();
        lengths
    });
    assert_eq!(sizes[0], sizes[1], "one case or thirty with the same address");
    assert!(!sizes[0].is_empty());
}

#[test]
fn slots_grow_in_steps_and_never_shrink() {
    let tag = |n: u32| -> Tag {
        [0, 0, 0, 0, n.to_be_bytes()[0], n.to_be_bytes()[1], n.to_be_bytes()[2], n.to_be_bytes()[3]]
    };
    let size = |bucket: &StoredBucket| serde_json::to_string(bucket).unwrap().len();
    let mut bucket = StoredBucket::default();
    let empty = size(&bucket);
    (1..=32).for_each(|n| bucket.add(tag(n), n));
    assert_eq!(size(&bucket), empty);
    bucket.add(tag(33), 33);
    let grown = size(&bucket);
    assert!(grown > empty);
    (1..=33).for_each(|n| bucket.forget(n));
    assert_eq!((size(&bucket), bucket.numbers(tag(1)).len()), (grown, 0));
    (1..=2_000).for_each(|n| bucket.add(tag(7), n));
    assert_eq!(bucket.numbers(tag(7)).len(), bucket::MOST_OF_ONE, "one value cannot crowd out the rest");
    bucket.add(tag(8), 1);
    assert_eq!(bucket.numbers(tag(8)).into_iter().collect::<Vec<_>>(), [1]);
}

#[test]
fn the_administrators_command_makes_it_again_whatever_was_there() {
    for desk in kits() {
        let ids = reported(&desk, 3, ADDRESS);
        ids.iter().for_each(|id| open_it(&desk, id));
        happens(&desk, &ids[0], ends(notes::EarlyReason::Duplicate));
        let number = |id: &CaseId| load(&desk, id).unwrap().value.origins().number.sequence;
        let (closed, open): (u32, BTreeSet<u32>) = (number(&ids[0]), ids[1..].iter().map(number).collect());
        let expected = [open.into_iter().collect(), vec![closed]];
        assert_eq!(found(&desk, ADDRESS), expected);
        for bucket in Bucket::all().collect::<Vec<_>>() {
            if bucket.is_there(&desk).unwrap() {
                // what is not true any more, and what is lost
                bucket.put(&desk, &StoredBucket::default()).unwrap();
                bucket.change(&desk, true, |stored| stored.add([9; 8], 99)).unwrap();
            }
        }
        assert_eq!(found(&desk, ADDRESS), NOWHERE);
        reindex(&desk, &ids).unwrap();
        assert_eq!(found(&desk, ADDRESS), expected);
        let left = Bucket::all().filter(|bucket| !bucket.read(&desk).unwrap().numbers([9; 8]).is_empty()).count();
        assert_eq!(left, 0);
    }
}

#[test]
fn a_damaged_bucket_keeps_nobody_from_an_act_and_is_made_again() {
    let (cases, keys) = (memory(), memory());
    let desk = kit_over(memory(), cases.clone(), keys.clone());
    let ids = reported(&desk, 2, ADDRESS);
    open_it(&desk, &ids[0]);
    for (key, _) in stored(&*cases) {
        cases.set(&key, b"damaged").unwrap();
    }
    open_it(&desk, &ids[1]);
    happens(&desk, &ids[0], ends(notes::EarlyReason::Mistake));
    let read = with_clues(&desk, Shelf::Open, &sought(ADDRESS));
    assert_eq!(read, Err(Failure::Unreadable(Kind::Clues.word())), "not: nothing found");
    assert_eq!(alike(&desk, &load(&desk, &ids[1]).unwrap().value, |_| true), Ok(vec![]), "a hint is only a hint");
    for key in keys.keys().unwrap().iter().filter(|key| key.starts_with(Kind::ClueKey.name())) {
        keys.set(key, b"damaged").unwrap();
    }
    reindex(&desk, &ids).unwrap();
    assert_eq!(found(&desk, ADDRESS)[0].len(), 1);
}
