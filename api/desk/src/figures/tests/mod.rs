//! Every case counts once, whoever works at the same moment and wherever they stop; and what was published stays.
mod unsure;

use super::*;
use crate::{
    Desk,
    case::{
        self,
        tests::{change, end_early, kit_over, kits, memory, send, stops, tick},
    },
    testing::KINDS_OF_STORE,
};
use keyvalue::Store;
use kit::store::cell;
use shared::{
    figures::{FigureTable, Figures, HalfYear, InTime},
    id::CaseId,
    retention::Outcome,
};
use std::sync::{Arc, Mutex};

const DAY: i64 = 86_400;

/// Reports in April 2026, each closed as a mistake.
fn closed(desk: &Desk, count: u16) -> Vec<CaseId> {
    let ids: Vec<CaseId> = (0..count).map(|n| send(desk, n).id).collect();
    case::take_in(desk).unwrap();
    ids.iter().for_each(|id| drop(change(desk, id, end_early())));
    // due work of that day
    go_on(desk).unwrap();
    ids
}

/// The 14th of July 2026: the day before the first half of that year may be counted.
fn before(desk: Desk) -> Desk {
    desk.at(|| tick().plus_seconds(81 * DAY))
}

/// The 16th, after due work of the 15th saw that it is over.
fn after(desk: Desk) -> Desk {
    let desk = desk.at(|| tick().plus_seconds(82 * DAY));
    go_on(&desk).unwrap();
    desk.at(|| tick().plus_seconds(83 * DAY))
}

fn half(text: &str) -> HalfYear {
    HalfYear::try_from(text.to_owned()).unwrap()
}

fn destroy(desk: &Desk, id: &CaseId) {
    let number = case::load(desk, id).unwrap().value.origins().number;
    count_destroyed(desk, id, number).unwrap();
    desk.keys.delete(&cell::case_key::<()>(id)).unwrap();
    desk.cases.delete(&case::record(id)).unwrap();
    case::forget(desk, id, number.sequence).unwrap();
}

/// The published figures of the first half of 2026, once there are any.
fn published(desk: &Desk) -> Option<Figures> {
    page(desk).unwrap().figures.into_iter().find(|one| one.half == half("2026-1"))
}

fn least(figures: &Figures, table: FigureTable, code: &str) -> u32 {
    let rows = &figures.table(table).unwrap().rows;
    rows.iter().find(|row| row.code == code).unwrap().least.unwrap()
}

fn mistakes(figures: &Figures) -> u32 {
    least(figures, FigureTable::Outcome, Outcome::Mistake.as_str())
}

#[test]
fn a_half_year_is_counted_two_weeks_after_it_and_frozen() {
    for desk in kits() {
        closed(&desk, 5);
        let desk = before(desk);
        go_on(&desk).unwrap();
        assert_eq!(published(&desk), None);
        let told = page(&desk).unwrap();
        assert_eq!((told.next, told.from.to_string().as_str()), (half("2026-1"), "2026-07-16"));
        let desk = after(desk);
        go_on(&desk).unwrap();
        let figures = published(&desk).unwrap();
        assert_eq!((mistakes(&figures), figures.step, figures.incomplete), (5, 5, false));
        assert_eq!(least(&figures, FigureTable::Contact, InTime::Moot.as_str()), 5);
        assert_eq!(figures.on.to_string(), "2026-07-16");
        assert_eq!(page(&desk).unwrap().next, half("2026-2"));
        // what is recorded later changes nothing any more
        let more: Vec<CaseId> = (10..20).map(|n| send(&desk, n).id).collect();
        case::take_in(&desk).unwrap();
        more.iter().for_each(|id| drop(change(&desk, id, end_early())));
        go_on(&desk).unwrap();
        assert_eq!(published(&desk), Some(figures));
    }
}

#[test]
fn without_a_case_nothing_is_counted() {
    let desk = after(kit_over(memory(), memory(), memory()));
    go_on(&desk).unwrap();
    assert_eq!(published(&desk), None);
    assert_eq!(stored::read(&desk).unwrap(), stored::Counting::default());
}

/// Rounded down, four and five are told apart by a case too few or too many.
#[test]
fn a_destroyed_case_counts_once() {
    for (count, shown) in [(4, 0), (5, 5)] {
        for desk in kits() {
            let ids = closed(&desk, count);
            let desk = before(desk);
            destroy(&desk, &ids[0]);
            // a destruction that goes on after it stopped
            let number = shared::id::CaseNumber { year: 2026, sequence: 1 };
            count_destroyed(&desk, &ids[0], number).unwrap();
            let desk = after(desk);
            go_on(&desk).unwrap();
            assert_eq!(mistakes(&published(&desk).unwrap()), shown, "{count}");
        }
    }
}

#[test]
fn a_case_that_is_destroyed_between_two_runs_counts_once_on_either_side_of_them() {
    let desk = kit_over(memory(), memory(), memory());
    let ids = closed(&desk, 54);
    let desk = after(desk);
    // a run opens fifty cases, which are the first chunk
    go_on(&desk).unwrap();
    assert_eq!((published(&desk), stored::read(&desk).unwrap().next), (None, 1));
    for id in [&ids[3], &ids[52]] {
        destroy(&desk, id);
    }
    let so_far = stored::read(&desk).unwrap().tally.of(FigureTable::Outcome).total;
    assert_eq!(so_far, 51, "of the second chunk it was counted when it was destroyed");
    go_on(&desk).unwrap();
    let figures = published(&desk).unwrap();
    assert_eq!((mistakes(&figures), figures.incomplete), (50, false));
    let next = stored::read(&desk).unwrap();
    assert_eq!((next.half, next.next, next.tally.is_empty()), (Some(half("2026-2")), 0, true));
}

/// One worker reads the cases; meanwhile one of them is destroyed, by another.
#[test]
fn a_case_that_is_destroyed_while_it_is_counted_counts_once() {
    let desk = kit_over(memory(), memory(), memory());
    let ids = closed(&desk, 4);
    let desk = after(desk);
    let number = case::load(&desk, &ids[0]).unwrap().value.origins().number;
    let read = round::read_some(&desk).unwrap().unwrap();
    count_destroyed(&desk, &ids[0], number).unwrap();
    round::add(&desk, &read).unwrap();
    assert_eq!(mistakes(&published(&desk).unwrap()), 0, "four");
}

#[test]
fn counting_that_stops_at_any_write_goes_on() {
    for (_, new) in KINDS_OF_STORE {
        for stop_after in 0.. {
            let stores: [Arc<dyn Store>; 3] = [new(), new(), new()];
            let [inbox, cases, keys] = stores.clone();
            let ids = closed(&kit_over(inbox.clone(), cases.clone(), keys.clone()), 5);
            destroy(&before(kit_over(inbox.clone(), cases.clone(), keys.clone())), &ids[4]);
            let left = Arc::new(Mutex::new(stop_after));
            let stopping = stores.map(|store| stops(store, &left));
            let [one, two, three] = stopping;
            let desk = after(kit_over(inbox, cases, keys));
            let went = go_on(&kit_over(one, two, three).at(|| tick().plus_seconds(83 * DAY)));
            go_on(&desk).unwrap();
            assert_eq!(mistakes(&published(&desk).unwrap()), 5, "stopped after {stop_after} writes");
            assert_eq!(stored::read(&desk).unwrap().half, Some(half("2026-2")));
            if went.is_ok() {
                assert!(stop_after > 1, "the count, the figures and the next half-year");
                break;
            }
        }
    }
}
