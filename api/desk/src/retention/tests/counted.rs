//! A case that is destroyed counts once for the figures, wherever its destruction stops.
use super::*;
use crate::figures;
use shared::{figures::FigureTable, retention::Outcome};

/// How many cases ended as a mistake, by the figures: rounded down to five.
fn mistakes(place: &Place) -> Option<u32> {
    // seen on one day, and counted on the next
    figures::go_on(&place.desk().at(|| tick().plus_seconds(90 * 86_400))).unwrap();
    let desk = place.desk().at(|| tick().plus_seconds(91 * 86_400));
    figures::go_on(&desk).unwrap();
    let published = figures::page(&desk).unwrap().figures.remove(0);
    let rows = &published.table(FigureTable::Outcome).unwrap().rows;
    rows.iter().find(|row| row.code == Outcome::Mistake.as_str()).unwrap().least
}

#[test]
fn a_destruction_that_stops_at_any_write_leaves_one_count() {
    for (count, shown) in [(4, 0), (5, 5)] {
        for stop_after in 0.. {
            let place = Place::new();
            let id = place.closed(count).remove(0);
            let desk = place.later();
            propose(&desk, &id, DestructionGround::Term, &who(1)).unwrap();
            let done = approve(&place.stopping(stop_after), &id, Agreeing::Officer(&who(2))).is_ok();
            finish(&desk).unwrap();
            if !waiting(&desk, &Reader::PrivacyOfficer).unwrap().0.is_empty() {
                approve(&desk, &id, Agreeing::Officer(&who(2))).unwrap();
            }
            assert_eq!(mistakes(&place), Some(shown), "{count} cases, stopped after {stop_after} writes");
            if done {
                break;
            }
        }
    }
}
