//! A destruction that stopped half-way is finished, and what was destroyed does not come back.
use super::*;

/// Uses a new store for every stop. `begin` does the work on a desk that stops. Returns the number of writes after
/// which it no longer stops.
fn stops_anywhere(begin: impl Fn(&Desk, &CaseId)) -> usize {
    for stop_after in 0.. {
        let place = Place::new();
        let ids = place.closed(2);
        let desk = place.later();
        propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
        begin(&place.stopping(stop_after), &ids[0]);
        let done = waiting(&desk, &Reader::PrivacyOfficer).unwrap() == (vec![], vec![]);
        let given = desk.cases.exists(&cell::certificate::<()>(1)).unwrap();
        let has_key = desk.keys.exists(&cell::case_key::<()>(&ids[0])).unwrap();
        assert!(!given || !has_key, "a declaration while the case can still be read, after {stop_after} writes");
        // the timer finishes it; when the approval itself was not written, the second person approves again
        finish(&desk).unwrap();
        if !waiting(&desk, &Reader::PrivacyOfficer).unwrap().0.is_empty() {
            approve(&desk, &ids[0], Agreeing::Officer(&who(2))).unwrap();
        }
        assert_eq!(place.names(&ids[0]), Vec::<String>::new(), "stopped after {stop_after} writes");
        assert!(desk.status(&status_key(&secret(0).code())).get().unwrap().is_none());
        assert_eq!(case::closed_rows(&desk, 1).unwrap().0.len(), 1);
        let (list, _) = certificates(&desk, None, &Reader::PrivacyOfficer).unwrap();
        assert_eq!(list.iter().map(|one| one.certificate).collect::<Vec<_>>(), [1], "after {stop_after} writes");
        assert_eq!((list[0].revisions, list[0].approved_by.clone()), (3, who(2)));
        assert_eq!(finish(&desk).unwrap(), 0);
        assert!(case::load(&desk, &ids[1]).is_ok());
        if done {
            return stop_after;
        }
    }
    unreachable!("it ends when nothing stops any more")
}

#[test]
fn destroying_that_stops_at_any_write_is_finished_by_due_work() {
    let writes = stops_anywhere(|desk, id| drop(approve(desk, id, Agreeing::Officer(&who(2)))));
    assert!(
        writes > 9,
        "{writes}: agreement, event, line, status, plan, key, inbox, record, line, status, declaration, list"
    );
}

#[test]
fn a_slow_read_does_not_put_back_the_line_of_a_destroyed_case() {
    let place = Place::new();
    let ids = place.closed(1);
    let desk = place.later();
    let seen = case::load(&desk, &ids[0]).unwrap().value;
    propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
    approve(&desk, &ids[0], Agreeing::Officer(&who(2))).unwrap();
    assert_eq!(case::repair(&desk, &seen), Err(Failure::not_found()));
    assert_eq!(case::numbered(&desk, 1).unwrap(), None);
    assert!(desk.status(&status_key(&secret(0).code())).get().unwrap().is_none());
}

#[test]
fn a_destroyed_case_in_a_backup_of_the_cases_does_not_open() {
    let place = Place::new();
    let ids = place.closed(1);
    let old: Vec<(String, Vec<u8>)> = {
        let store = &place.stores[1];
        store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
    };
    let desk = place.later();
    propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
    approve(&desk, &ids[0], Agreeing::Officer(&who(2))).unwrap();
    place.stores[1].set_many(&old).unwrap();
    assert_eq!(case::load(&place.later(), &ids[0]).err(), Some(Failure::Unreadable("case key")));
}
