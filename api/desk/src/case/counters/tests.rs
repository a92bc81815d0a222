use super::*;
use crate::case::{
    open_rows, take_in,
    taken_in::taken_in,
    tests::{kits, send},
};
use std::collections::BTreeSet;

/// The numbers of the open cases.
fn sequences(desk: &Desk) -> Vec<u32> {
    open_rows(desk).unwrap().into_iter().map(|row| row.number.sequence).collect()
}

fn all_taken_in(desk: &Desk, count: usize) {
    let numbers = sequences(desk);
    let distinct: BTreeSet<&u32> = numbers.iter().collect();
    assert_eq!((numbers.len(), distinct.len()), (count, count), "{numbers:?}");
    let waiting =
        desk.inbox.pointers.keys().unwrap().into_iter().filter(|name| Kind::Arrival.end_of(name).is_some()).count();
    assert_eq!(waiting, 0, "nothing waits");
}

#[test]
fn a_counter_of_arrivals_far_ahead_hides_no_report() {
    for desk in kits() {
        send(&desk, 1);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        send(&desk, 2);
        desk.inbox.pointers.next_numbers(&cell::ARRIVALS, 1 << 40).unwrap();
        send(&desk, 3);
        assert_eq!(take_in(&desk), Ok(Some(2)));
        all_taken_in(&desk, 3);
        let state = taken_in(&desk).unwrap().unwrap();
        assert!(state.gaps.len() <= 200 && state.done == desk.inbox.pointers.last_number(&cell::ARRIVALS).unwrap());
        send(&desk, 4);
        take_in(&desk).unwrap();
        all_taken_in(&desk, 4);
    }
}

#[test]
fn a_counter_of_arrivals_that_was_put_back_hides_no_report() {
    for desk in kits() {
        (1..=5).for_each(|n| drop(send(&desk, n)));
        assert_eq!(take_in(&desk), Ok(Some(5)));
        desk.inbox.pointers.next_numbers(&cell::ARRIVALS, -3).unwrap();
        // one under a number of long ago, and one after it was seen
        send(&desk, 6);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert_eq!(desk.inbox.pointers.last_number(&cell::ARRIVALS), Ok(5));
        send(&desk, 7);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        all_taken_in(&desk, 7);
    }
}

#[test]
fn a_damaged_counter_of_case_numbers_gives_no_number_twice() {
    for damage in [-4, -1, i64::MAX - 5, 1 << 33, 1 << 62, 20_000, i64::MIN] {
        for desk in kits() {
            (1..=5).for_each(|n| drop(send(&desk, n)));
            take_in(&desk).unwrap();
            desk.cases.next_numbers(&cell::NUMBERS, damage).unwrap();
            send(&desk, 6);
            assert_eq!(take_in(&desk), Ok(Some(1)), "{damage}");
            all_taken_in(&desk, 6);
            assert_eq!(sequences(&desk).into_iter().max(), Some(6), "{damage}");
        }
    }
}

#[test]
fn an_impossible_take_in_record_is_refused_without_a_long_walk() {
    let wrong: [fn(&mut StoredTakeIn); 6] = [
        |state| state.done = i64::MAX,
        |state| (state.done, state.cleared) = (i64::MAX, i64::MAX),
        |state| state.cleared = state.done + 1,
        |state| state.cleared = i64::MIN,
        |state| state.numbered = -1,
        |state| state.gaps.push((i64::MAX, kit::clock::now())),
    ];
    for desk in kits() {
        send(&desk, 1);
        take_in(&desk).unwrap();
        let good = desk.cases.get(&StoredTakeIn::CELL).unwrap().unwrap();
        for change in wrong {
            let mut state = good.clone();
            change(&mut state);
            desk.cases.set(&StoredTakeIn::CELL, &state).unwrap();
            assert_eq!(take_in(&desk), Err(Failure::Unreadable("take-in record")), "{state:?}");
        }
    }
}
