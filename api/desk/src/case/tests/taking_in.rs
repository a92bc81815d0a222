//! Every report becomes one case, whatever stops and whoever takes it in.
use super::*;
use kit::{inbox::arrival::StoredArrival, store::Record};

#[test]
fn a_report_becomes_a_case_once_however_often_it_is_sent() {
    for desk in kits() {
        let first = send(&desk, 1);
        let again = send(&desk, 1);
        assert!(first.is_new && !again.is_new && first.receipt == again.receipt);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        let after = send(&desk, 1);
        assert_eq!((after.receipt, after.is_new), (first.receipt, false));
        assert_eq!(take_in(&desk), Ok(Some(0)));
        assert_eq!(open_rows(&desk).unwrap().len(), 1);
    }
}

#[test]
fn another_melding_under_the_same_key_is_refused_with_the_code_of_the_first() {
    for desk in kits() {
        let first = send(&desk, 1);
        let other = Draft { story: "Iets anders".into(), ..examples::draft() };
        let refused = accept(&desk.inbox, &secret(1), &other, Channel::Form {});
        assert_eq!(refused, Err(Failure::KeyReused(first.receipt.ontvangstcode)));
    }
}

#[test]
fn retries_at_the_same_moment_and_two_afs_taking_in_make_one_case_each() {
    for desk in kits() {
        std::thread::scope(|scope| {
            for _retry in 0..4 {
                scope.spawn(|| (0..40).for_each(|n| drop(send(&desk, n))));
                scope.spawn(|| (0..60).for_each(|_| assert_eq!(take_in(&desk).err(), None)));
            }
        });
        while take_in(&desk).unwrap() != Some(0) {}
        let mut rows = open_rows(&desk).unwrap();
        rows.sort_by_key(|row| row.number);
        assert_eq!(rows.len(), 40);
        rows.dedup_by_key(|row| row.number.sequence);
        assert_eq!(rows.len(), 40, "no number twice");
    }
}

#[test]
fn taking_in_that_stops_at_any_write_loses_and_doubles_nothing() {
    for stop_after in 0..15 {
        let [inbox, cases, keys] = [memory(), memory(), memory()];
        let whole = kit_over(inbox.clone(), cases.clone(), keys.clone());
        (0..5).for_each(|n| drop(send(&whole, n)));
        let left = Arc::new(Mutex::new(stop_after));
        let stops = |store: Arc<dyn Store>| stops(store, &left);
        let _ = take_in(&kit_over(stops(inbox), stops(cases), stops(keys)));
        // by then the lease of the one that stopped has ended
        let later = whole.at(|| tick().plus_seconds(60));
        take_in(&later).unwrap();
        let rows = open_rows(&later).unwrap();
        assert_eq!(rows.len(), 5, "stopped after {stop_after} writes");
        // every number given out is a case or is void, and no arrival is missed
        let state = taken_in(&later).unwrap().unwrap();
        let mut numbers: Vec<i64> = rows.iter().map(|row| row.number.sequence.into()).collect();
        numbers.extend(&state.void);
        numbers.sort_unstable();
        let given = later.cases.last_number(&cell::NUMBERS).unwrap();
        assert_eq!(numbers, (1..=given).collect::<Vec<i64>>(), "stopped after {stop_after} writes");
        assert_eq!((state.numbered, state.done, state.cleared), (given, 5, 5));
        assert!(state.gaps.is_empty() && state.never.is_empty() && !state.at_work, "stopped after {stop_after} writes");
    }
}

#[test]
fn a_number_without_a_report_does_not_stop_the_next() {
    for desk in kits() {
        desk.inbox.pointers.next_numbers(&cell::ARRIVALS, 1).unwrap();
        send(&desk, 2);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        // the slow one arrives after all
        let late = StoredArrival { id: id(3) };
        let other = kits();
        send(&other[0], 3);
        let report: StoredReport = other[0].inbox.reports.get(&StoredReport::cell(&id(3))).unwrap().unwrap();
        let records: Vec<Record<cell::Pointers>> = vec![
            desk.inbox.reports.record(&StoredReport::cell(&report.id), &report).unwrap(),
            desk.inbox.pointers.record(&StoredArrival::cell(1), &late).unwrap(),
        ];
        desk.inbox.pointers.set_many(&records).unwrap();
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert_eq!(open_rows(&desk).unwrap().len(), 2);
    }
}
