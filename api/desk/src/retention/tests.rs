//! Real deletion, by two people, however often and wherever it stops.
use super::*;
use crate::{
    Desk,
    case::{
        self,
        tests::{change, end_early, kit_over, memory, secret, send, stops, tick},
    },
};
use keyvalue::{Store, WeakSwap};
use kit::{Failure, inbox::secret::status_key, store::cell};
use shared::{
    access::{Colleague, Viewer},
    case::{Entry, Event, Exclusion, Refusal, RightsEvent, destruction::DestructionGround, notes::rights::Why},
    contract::{Certificate, ProblemKind},
    id::{AccountId, CaseId},
    retention::Outcome,
    text::Prose,
};
use std::sync::{Arc, Mutex};

fn who(which: u8) -> AccountId {
    AccountId::from_bytes(&[which; 16])
}

struct Place {
    stores: [Arc<dyn Store>; 3],
}

impl Place {
    fn new() -> Self {
        Self { stores: [memory(), memory(), memory()] }
    }

    fn weak() -> Self {
        Self { stores: [Arc::new(WeakSwap::default()), Arc::new(WeakSwap::default()), memory()] }
    }

    /// At the time the cases were closed.
    fn desk(&self) -> Desk {
        let [inbox, cases, keys] = self.stores.clone();
        kit_over(inbox, cases, keys)
    }

    /// Two months later: a mistake is due after one, and not late.
    fn later(&self) -> Desk {
        self.desk().at(|| tick().plus_seconds(60 * 86_400))
    }

    /// The same with stores that fail after so many writes.
    fn stopping(&self, after: usize) -> Desk {
        let left = Arc::new(Mutex::new(after));
        let stops = |store: &Arc<dyn Store>| stops(store.clone(), &left);
        let [inbox, cases, keys] = &self.stores;
        kit_over(stops(inbox), stops(cases), stops(keys)).at(|| tick().plus_seconds(60 * 86_400))
    }

    /// `count` cases that were closed as a mistake.
    fn closed(&self, count: u16) -> Vec<CaseId> {
        let desk = self.desk();
        let ids: Vec<CaseId> = (0..count).map(|n| send(&desk, n).id).collect();
        case::take_in(&desk).unwrap();
        ids.iter().for_each(|id| drop(change(&desk, id, end_early())));
        ids
    }

    /// Whether any value or name in any store has to do with this case, besides what stays: its declaration.
    fn names(&self, id: &CaseId) -> Vec<String> {
        self.stores.iter().flat_map(|store| store.keys().unwrap()).filter(|key| key.contains(id.as_str())).collect()
    }
}

fn right(desk: &Desk, id: &CaseId, event: RightsEvent) {
    let standing = case::load(desk, id).unwrap();
    case::save(desk, &standing, Entry { at: desk.now(), by: who(1), event: Event::Rights(event) }).unwrap();
}

fn why() -> Why {
    Why { reason: Prose::parse("Verzonnen").unwrap() }
}

fn refused<T>(result: Result<T, Failure>) -> String {
    let Err(Failure::Problem(ProblemKind::Refused, _, items)) = result else { panic!("not refused") };
    items[0].code.clone()
}

fn totals(desk: &Desk) -> (usize, usize) {
    let counts = sweep(desk).unwrap();
    (counts.due, counts.late)
}

fn due_numbers(desk: &Desk) -> Vec<u32> {
    due_cases(desk, 1, None).unwrap().0.into_iter().map(|case| case.number.sequence).collect()
}

#[test]
fn what_is_due_is_found_by_due_work_and_stays_found() {
    for place in [Place::new(), Place::weak()] {
        let ids = place.closed(3);
        let (now, later) = (place.desk(), place.later());
        assert_eq!((sweep(&now).unwrap(), due_numbers(&now)), (Counts::default(), vec![]));
        assert_eq!(totals(&later), (3, 0));
        assert_eq!(totals(&later), (3, 0), "asked twice, counted once");
        assert_eq!((due_numbers(&later), counts(&later).unwrap().due), (vec![1, 2, 3], 3));
        let much_later = place.desk().at(|| tick().plus_seconds(400 * 86_400));
        assert_eq!(totals(&much_later), (3, 3));
        propose(&later, &ids[1], DestructionGround::Term, &who(1)).unwrap();
        assert_eq!(due_numbers(&later), [1, 3], "what was proposed stands among the proposals");
        assert_eq!(waiting(&later, None).unwrap().0.len(), 1);
    }
}

/// As a version wrote them that knew nothing of terms.
#[test]
fn lines_of_before_there_were_terms_load_and_are_filled_by_reindex_or_a_look() {
    let place = Place::new();
    let ids = place.closed(2);
    let desk = place.later();
    let strip = || {
        let mut rows: Vec<serde_json::Value> = desk.cases.get(&cell::rows(0)).unwrap().unwrap();
        rows.iter_mut().for_each(|row| assert!(row.as_object_mut().unwrap().remove("bewaren").is_some()));
        desk.cases.set(&cell::rows(0), &rows).unwrap();
    };
    strip();
    assert_eq!((case::closed_rows(&desk, 1).unwrap().0.len(), sweep(&desk).unwrap().due), (2, 0));
    case::repair(&desk, &case::load(&desk, &ids[0]).unwrap().value).unwrap();
    assert_eq!(sweep(&desk).unwrap().due, 1);
    strip_first(&desk);
    assert_eq!(case::reindex(&desk, &ids), Ok(2));
    assert_eq!(sweep(&desk).unwrap().due, 2);
}

fn strip_first(desk: &Desk) {
    let mut rows: Vec<serde_json::Value> = desk.cases.get(&cell::rows(0)).unwrap().unwrap();
    rows[0].as_object_mut().unwrap().remove("bewaren");
    desk.cases.set(&cell::rows(0), &rows).unwrap();
}

#[test]
fn two_people_destroy_and_nothing_of_it_is_left() {
    for place in [Place::new(), Place::weak()] {
        let ids = place.closed(2);
        let desk = place.later();
        assert_eq!(refused(approve(&desk, &ids[0], &who(2))), Refusal::NothingProposed.as_str());
        propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
        assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Term, &who(2))), "al-voorgesteld");
        assert_eq!(refused(approve(&desk, &ids[0], &who(1))), "ander-nodig");
        assert!(case::load(&desk, &ids[0]).is_ok());
        let certificate = approve(&desk, &ids[0], &who(2)).unwrap();
        assert_eq!((certificate.certificate, certificate.outcome), (1, Outcome::Mistake));
        // opened, closed, and the last event
        assert_eq!((certificate.revisions, certificate.number.sequence), (3, 1));
        assert_eq!(place.names(&ids[0]), Vec::<String>::new());
        assert_eq!(case::load(&desk, &ids[0]).err(), Some(Failure::not_found()));
        assert_eq!(case::numbered(&desk, 1).unwrap(), None);
        assert!(desk.status(&status_key(&secret(0).code())).get().unwrap().is_none(), "the code opens nothing");
        assert!(case::load(&desk, &ids[1]).is_ok() && case::numbered(&desk, 2).unwrap().is_some());
        assert_eq!(certificates(&desk, None, None).unwrap(), (vec![certificate], None));
        assert_eq!(waiting(&desk, None).unwrap(), (vec![], vec![]));
        assert_eq!(finish(&desk).unwrap(), 0);
    }
}

#[test]
fn a_hold_a_restriction_and_a_change_stop_it_at_the_last_moment_too() {
    let place = Place::new();
    let ids = place.closed(4);
    let desk = place.later();
    ids[..3].iter().for_each(|id| propose(&desk, id, DestructionGround::Term, &who(1)).unwrap());
    right(&desk, &ids[0], RightsEvent::Held(why()));
    right(&desk, &ids[1], RightsEvent::Restricted(why()));
    let reason = shared::case::notes::Reason { reason: why().reason };
    change(&desk, &ids[2], shared::case::Act::Reopen(reason));
    for (id, code) in ids.iter().zip(["tegengehouden", "tegengehouden", "nog-open"]) {
        assert_eq!(refused(approve(&desk, id, &who(2))), code);
        assert!(case::load(&desk, id).is_ok());
    }
    assert_eq!(waiting(&desk, None).unwrap(), (vec![], vec![]), "proposals that can't be carried out fall");
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Term, &who(1))), "tegengehouden");
    propose(&desk, &ids[3], DestructionGround::Term, &who(1)).unwrap();
    reject(&desk, &ids[3]).unwrap();
    assert_eq!(refused(reject(&desk, &ids[3])), "niets-voorgesteld");
    assert!(case::load(&desk, &ids[3]).is_ok());
}

#[test]
fn sooner_than_its_term_only_on_another_ground() {
    let place = Place::new();
    let ids = place.closed(1);
    let desk = place.desk();
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Term, &who(1))), "te-vroeg");
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Erasure, &who(1))), "geen-wissing");
    // the minimum of a mistake is no day at all
    propose(&desk, &ids[0], DestructionGround::NotNeeded, &who(1)).unwrap();
    assert_eq!(approve(&desk, &ids[0], &who(2)).unwrap().ground, DestructionGround::NotNeeded);
}

/// One place per stop; `begin` says what is asked of a desk that stops.
fn stops_anywhere(begin: impl Fn(&Desk, &CaseId)) -> usize {
    for stop_after in 0.. {
        let place = Place::new();
        let ids = place.closed(2);
        let desk = place.later();
        propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
        begin(&place.stopping(stop_after), &ids[0]);
        let done = waiting(&desk, None).unwrap() == (vec![], vec![]);
        let given = desk.cases.exists(&cell::certificate::<()>(1)).unwrap();
        let has_key = desk.keys.exists(&cell::case_key::<()>(&ids[0])).unwrap();
        assert!(!given || !has_key, "a declaration of what can still be read, after {stop_after} writes");
        // the timer; and when the agreement itself was not written, the second person once more
        finish(&desk).unwrap();
        if !waiting(&desk, None).unwrap().0.is_empty() {
            approve(&desk, &ids[0], &who(2)).unwrap();
        }
        assert_eq!(place.names(&ids[0]), Vec::<String>::new(), "stopped after {stop_after} writes");
        assert!(desk.status(&status_key(&secret(0).code())).get().unwrap().is_none());
        assert_eq!(case::closed_rows(&desk, 1).unwrap().0.len(), 1);
        let (list, _) = certificates(&desk, None, None).unwrap();
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
    let writes = stops_anywhere(|desk, id| drop(approve(desk, id, &who(2))));
    assert!(
        writes > 9,
        "{writes}: agreement, event, line, status, plan, key, inbox, record, line, status, declaration, list"
    );
}

#[test]
fn a_slow_look_does_not_put_back_the_line_of_what_was_destroyed() {
    let place = Place::new();
    let ids = place.closed(1);
    let desk = place.later();
    let seen = case::load(&desk, &ids[0]).unwrap().value;
    propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
    approve(&desk, &ids[0], &who(2)).unwrap();
    assert_eq!(case::repair(&desk, &seen), Err(Failure::not_found()));
    assert_eq!(case::numbered(&desk, 1).unwrap(), None);
    assert!(desk.status(&status_key(&secret(0).code())).get().unwrap().is_none());
}

#[test]
fn what_a_backup_of_the_cases_holds_does_not_open_after_destruction() {
    let place = Place::new();
    let ids = place.closed(1);
    let old: Vec<(String, Vec<u8>)> = {
        let store = &place.stores[1];
        store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
    };
    let desk = place.later();
    propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
    approve(&desk, &ids[0], &who(2)).unwrap();
    place.stores[1].set_many(&old).unwrap();
    assert_eq!(case::load(&place.later(), &ids[0]).err(), Some(Failure::Unreadable("case key")));
}

#[test]
fn declarations_come_newest_first_and_hold_nothing_of_the_case() {
    let place = Place::new();
    let ids = place.closed(60);
    let desk = place.later();
    for id in &ids {
        propose(&desk, id, DestructionGround::Term, &who(1)).unwrap();
        approve(&desk, id, &who(2)).unwrap();
    }
    let (page, next) = certificates(&desk, None, None).unwrap();
    assert_eq!((page.len(), page[0].certificate, next), (50, 60, Some(11)));
    let (rest, end) = certificates(&desk, next, None).unwrap();
    assert_eq!((rest.len(), rest.last().unwrap().certificate, end), (10, 1, None));
    let text = serde_json::to_string(&page).unwrap();
    assert!(ids.iter().all(|id| !text.contains(id.as_str())) && !text.contains("Nadia"));
}

#[test]
fn a_certificate_and_a_register_load_as_they_were_stored() {
    let certificate = r#"{"verklaring":1,"dossiernummer":{"jaar":2026,"volgnummer":1},"afgerondOp":"2026-05-01",
        "uitkomst":"vergissing","termijnVerstreekOp":"2026-06-01","grond":"termijn",
        "voorgesteldDoor":"01010101010101010101010101010101","voorgesteldOp":"2026-06-02T10:00:00.000Z",
        "akkoordDoor":"02020202020202020202020202020202","akkoordOp":"2026-06-03T10:00:00.000Z","revisies":3}"#;
    assert_eq!(serde_json::from_str::<Certificate>(certificate).unwrap().certificate, 1);
    let register = r#"{"verklaringen":4,"open":[]}"#;
    assert_eq!(serde_json::from_str::<register::StoredRegister>(register).unwrap().last, 4);
}

/// An AF to whom nobody's case belongs.
fn viewer(which: u8) -> Viewer {
    let officers = [1, 2].map(|n| Colleague { id: who(n), function: None, active: true }).to_vec();
    Viewer { me: who(which), officers, stands_in_for: vec![], succeeds: vec![], opened: vec![] }
}

fn numbers_to(desk: &Desk, viewer: &Viewer) -> Vec<(u32, bool)> {
    let (due, _) = due_cases(desk, 1, Some(viewer)).unwrap();
    due.into_iter().map(|case| (case.number.sequence, case.kept.is_some())).collect()
}

#[test]
fn an_af_sees_number_and_term_of_a_colleague_s_and_nothing_of_what_he_is_excluded_from() {
    for place in [Place::new(), Place::weak()] {
        let desk = place.later();
        let ids = place.closed(3);
        let excluded = Event::Excluded(Exclusion { who: who(2), reason: why().reason });
        let standing = case::load(&desk, &ids[0]).unwrap();
        case::save(&desk, &standing, Entry { at: desk.now(), by: who(1), event: excluded }).unwrap();
        let (mine, other) = (viewer(1), viewer(2));
        let counts = sweep(&desk).unwrap();
        assert_eq!((counts.due, counts.due_to(&mine), counts.due_to(&other)), (3, 3, 2));
        let opened = Viewer { opened: vec![ids[1].clone()], ..other.clone() };
        assert_eq!(numbers_to(&desk, &mine), [(1, true), (2, true), (3, true)]);
        assert_eq!(numbers_to(&desk, &opened), [(2, true), (3, false)]);
        for id in &ids[..2] {
            propose(&desk, id, DestructionGround::Term, &who(1)).unwrap();
        }
        let waits = |viewer| waiting(&desk, Some(viewer)).unwrap().0.len();
        assert_eq!((waits(&mine), waits(&other), waits(&opened)), (2, 0, 1));
        approve(&desk, &ids[0], &who(3)).unwrap();
        approve(&desk, &ids[1], &who(2)).unwrap();
        let declared = |to: Option<&Viewer>| certificates(&desk, None, to).unwrap().0.len();
        assert_eq!((declared(None), declared(Some(&mine)), declared(Some(&other))), (2, 2, 1));
    }
}

/// Wherever a destruction stopped: its number is only told to who may know of the case.
#[test]
fn what_stopped_half_way_is_not_named_to_who_is_excluded() {
    let mut seen = 0;
    for stop_after in 0..14 {
        let place = Place::new();
        let desk = place.later();
        let id = place.closed(1).remove(0);
        let excluded = Event::Excluded(Exclusion { who: who(2), reason: why().reason });
        let standing = case::load(&desk, &id).unwrap();
        case::save(&desk, &standing, Entry { at: desk.now(), by: who(1), event: excluded }).unwrap();
        propose(&desk, &id, DestructionGround::Term, &who(1)).unwrap();
        let _stopped = approve(&place.stopping(stop_after), &id, &who(3));
        let under_way = |viewer: &Viewer| waiting(&desk, Some(viewer)).unwrap().1.len();
        assert_eq!(under_way(&viewer(2)), 0, "stopped after {stop_after} writes");
        seen += under_way(&viewer(1));
        let destroyed = destroyed(&desk).unwrap();
        let told = destroyed.numbers.contains(&1) || !destroyed.under_way.is_empty() || case::load(&desk, &id).is_ok();
        assert!(told && destroyed.missing.is_empty(), "its number is accounted for: {destroyed:?}");
    }
    assert!(seen > 5, "{seen}");
}
