//! A record that cannot be read stops nothing but itself, over each kind of store.
use super::*;
use crate::case::{chunk::lines_of, ids::ids_of, state::StoredTakeIn};
use kit::inbox::arrival::StoredArrival;
use shared::{audit::Unreadable, case::Row};

const NOISE: [u8; 40] = [0xA5; 40];

fn rows(desk: &Desk) -> Vec<Row> {
    let mut rows = open_rows(desk).unwrap();
    rows.sort_by_key(|row| row.number.sequence);
    rows
}

/// A desk, with its inbox and its cases.
type Opened = (Desk, Arc<dyn Store>, Arc<dyn Store>);

/// One over new stores of each kind.
fn stores() -> Vec<Opened> {
    let made = testing::KINDS_OF_STORE.map(|(_, new)| {
        let (inbox, cases) = (new(), new());
        (kit_over(inbox.clone(), cases.clone(), new()), inbox, cases)
    });
    made.into()
}

/// Whether a store can still be used after a damaged counter was counted on. Spin's over SQLite cannot.
fn survives(store: &Arc<dyn Store>) -> bool {
    store.set("noise", b"noise").unwrap();
    let _refused = store.increment("noise", 1);
    store.delete("noise").is_ok()
}

#[test]
fn a_report_that_cannot_be_read_is_named_kept_and_holds_up_no_other() {
    for (desk, inbox, _) in stores() {
        let sent = [1, 2, 3].map(|n| send(&desk, n).id);
        let [report, arrival] =
            [StoredReport::cell(&sent[1]).key().to_owned(), StoredArrival::cell(3).key().to_owned()];
        let whole = [&report, &arrival].map(|key| inbox.get(key).unwrap().unwrap());
        inbox.set(&report, &NOISE).unwrap();
        inbox.set(&arrival, b"{").unwrap();
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert_eq!(rows(&desk).len(), 1);
        let told = |number| Unreadable::Report { number, since: desk.now().day() };
        let now = || unreadable(&desk, &open(&desk).unwrap()).unwrap();
        assert_eq!(now(), [told(2), told(3)]);
        assert_eq!(inbox.get(&report).unwrap().unwrap(), NOISE, "its bytes are for the administrator");
        // later ones come in, and those two stay named
        send(&desk, 4);
        assert_eq!((take_in(&desk), take_in_again(&desk)), (Ok(Some(1)), Ok(Some(0))));
        assert_eq!(now(), [told(2), told(3)]);
        inbox.set(&report, &whole[0]).unwrap();
        inbox.set(&arrival, &whole[1]).unwrap();
        assert_eq!(take_in_again(&desk), Ok(Some(2)), "once mended they become cases");
        assert_eq!((now(), rows(&desk).len()), (vec![], 4));
        assert!(!inbox.exists(&report).unwrap() && !inbox.exists(&arrival).unwrap());
    }
}

#[test]
fn a_report_whose_case_cannot_be_read_holds_up_no_other() {
    for (desk, inbox, cases) in stores() {
        let id = send(&desk, 1).id;
        let (report, arrival) = (StoredReport::cell(&id), StoredArrival::cell(1));
        let kept = [report.key(), arrival.key()].map(|key| (key.to_owned(), inbox.get(key).unwrap().unwrap()));
        take_in(&desk).unwrap();
        // as after a take-in that stopped before it emptied the inbox
        inbox.set_many(&kept).unwrap();
        let state = desk.cases.get(&StoredTakeIn::CELL).unwrap().unwrap();
        desk.cases.set(&StoredTakeIn::CELL, &StoredTakeIn { cleared: 0, done: 0, ..state }).unwrap();
        cases.set(record(&id).key(), &NOISE).unwrap();
        send(&desk, 2);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert_eq!(rows(&desk).len(), 2, "its line is still there");
        assert!(inbox.exists(report.key()).unwrap(), "the report is the one copy that is left");
    }
}

#[test]
fn lists_that_cannot_be_read_are_made_again_from_the_cases() {
    for (desk, _, cases) in stores() {
        for n in 0..55 {
            send(&desk, n);
        }
        take_in(&desk).unwrap();
        let id = rows(&desk)[3].id.clone();
        change(&desk, &id, contact());
        let before = rows(&desk);
        for key in ["lines:0", "lines:1", "open", "ids:0", "take-in", "requests", "exclusions"] {
            cases.set(key, &NOISE).unwrap();
            change(&desk, &id, note());
            send(&desk, 100 + u16::from(key.as_bytes()[0]));
            take_in_again(&desk).unwrap();
            let after = rows(&desk);
            assert!(after.len() > before.len(), "{key}");
            for row in before.iter().filter(|row| row.id != id) {
                assert!(after.contains(row), "{key}: {row:?}");
            }
            assert!(after.iter().all(|row| after.iter().filter(|one| one.number == row.number).count() == 1), "{key}");
        }
    }
}

#[test]
fn lines_of_cases_that_nobody_knows_are_said_to_be_missing() {
    for (desk, _, cases) in stores() {
        for n in 0..52 {
            send(&desk, n);
        }
        take_in(&desk).unwrap();
        cases.set(lines_of(0).key(), &NOISE).unwrap();
        cases.set(ids_of(0).key(), &NOISE).unwrap();
        let lines = open_lines(&desk).unwrap();
        assert_eq!((lines.rows.len(), lines.missing.as_slice()), (2, &[(1, 50)][..]));
        send(&desk, 60);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert_eq!(rows(&desk).len(), 3);
        let open = open(&desk).unwrap();
        open.first(50, |_| true, |_| true, &[]).unwrap();
        assert_eq!(unreadable(&desk, &open), Ok(vec![Unreadable::Lines { from: 1, to: 50 }]));
    }
}

#[test]
fn a_counter_that_cannot_be_read_gives_no_number_twice() {
    let kinds: Vec<_> = testing::KINDS_OF_STORE.into_iter().filter(|(_, new)| survives(&new())).collect();
    assert_eq!(kinds.len(), 2);
    for (_, new) in kinds {
        let (inbox, cases) = (new(), new());
        let desk = kit_over(inbox.clone(), cases.clone(), new());
        for n in 0..3 {
            send(&desk, n);
        }
        take_in(&desk).unwrap();
        send(&desk, 3);
        inbox.set(cell::ARRIVALS.key(), b"noise").unwrap();
        cases.set(cell::NUMBERS.key(), b"noise").unwrap();
        for n in 4..7 {
            send(&desk, n);
        }
        assert_eq!(take_in(&desk), Ok(Some(4)));
        let mut numbers: Vec<u32> = rows(&desk).iter().map(|row| row.number.sequence).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), 7);
        assert_eq!(inbox.keys().unwrap().iter().filter(|key| key.starts_with("report:")).count(), 0);
    }
}

#[test]
fn keys_that_do_not_fit_make_nothing_again() {
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let desk = kit_over(inbox.clone(), cases.clone(), keys.clone());
    send(&desk, 1);
    take_in(&desk).unwrap();
    let before = cases.get_many(&cases.keys().unwrap()).unwrap();
    let other = kit_with(inbox, cases.clone(), keys, vec![SecretKey::from_seed([9; 32])]);
    assert!(open_rows(&other).is_err() && take_in_again(&other).is_err());
    let mut after = cases.get_many(&cases.keys().unwrap()).unwrap();
    let mut before = before;
    before.sort();
    after.sort();
    assert!(before == after);
}
