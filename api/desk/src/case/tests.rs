//! Taking in and the lists, over a store with whole promises and one with Spin's weaker swap.
use super::{keys, load, take_in, *};
use crate::{
    Desk, Stores,
    testing::{self, Touch, Watch, Watched},
};
use keyvalue::{Memory, Store, StoreError, WeakSwap};
use kit::{
    Failure, Fault,
    inbox::{
        Inbox,
        arrival::{Accepted, StoredArrival, StoredReport, accept},
        secret::{Secret, status_key},
    },
    store::{Record, cell, seal::SecretKey},
};
use shared::{
    case::{Act, Context, Entry, Row, Step, decide, notes},
    contract::examples,
    id::{AccountId, CaseId},
    moment::Moment,
    report::{Channel, Draft},
    text::Prose,
};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, Ordering},
};

pub(crate) fn kit_over(inbox: Arc<dyn Store>, cases: Arc<dyn Store>, keys: Arc<dyn Store>) -> Desk {
    kit_with(inbox, cases, keys, vec![SecretKey::from_seed([5; 32])])
}

/// With these secrets, the one in use first.
pub(super) fn kit_with(
    inbox: Arc<dyn Store>,
    cases: Arc<dyn Store>,
    keys: Arc<dyn Store>,
    secrets: Vec<SecretKey>,
) -> Desk {
    let environment = testing::environment_at(tick, testing::variables(&secrets, &[]));
    let desk = Desk::new(Stores { inbox, cases, keys }, environment);
    // as at the first request; a store that stops at once has had it
    drop(crate::key_check::check(&desk));
    desk
}

/// Shared by all tests, so it only ticks: a test that lets time pass gives its desk a later clock, for moving this one
/// ran out the leases of the others.
static TICKS: AtomicI64 = AtomicI64::new(0);

pub(crate) fn tick() -> Moment {
    Moment::from_millis(1_777_000_000_000 + TICKS.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn kits() -> [Desk; 2] {
    [
        kit_over(memory(), memory(), memory()),
        kit_over(Arc::new(WeakSwap::default()), Arc::new(WeakSwap::default()), memory()),
    ]
}

pub(crate) fn secret(n: u16) -> Secret {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&n.to_be_bytes());
    Secret::from_bytes(bytes)
}

pub(crate) fn send(desk: &Desk, n: u16) -> Accepted {
    accept(&desk.inbox, &secret(n), &examples::draft(), Channel::Form {}).unwrap()
}

fn actor() -> AccountId {
    AccountId::from_bytes(&[1; 16])
}

pub(crate) fn change(desk: &Desk, id: &CaseId, act: Act) -> Saved {
    let standing = load(desk, id).unwrap();
    let (by, sources, officers) = (actor(), [], []);
    let context = Context { actor: &by, sources: &sources, officers: &officers, new_status_key: None };
    let event = decide(&standing.value, act, &context).unwrap();
    save(desk, &standing, Entry { at: desk.now(), by, event }).unwrap()
}

fn contact() -> Act {
    let summary = Prose::parse("Gesproken").unwrap();
    Act::RecordContact(notes::ContactNote { happened: None, means: notes::Means::Phone, summary })
}

pub(super) fn note() -> Act {
    Act::AddRemark(notes::Remark { text: Prose::parse("Notitie").unwrap() })
}

pub(crate) fn end_early() -> Act {
    let text = Prose::parse("Verteld").unwrap();
    let day = "2026-04-01".parse().unwrap();
    Act::CloseEarly(notes::EarlyEnd {
        reason: notes::EarlyReason::Mistake,
        explanation: text.clone(),
        feedback: notes::FeedbackNote { means: notes::Means::Phone, text, day },
    })
}

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
fn a_list_has_what_arrived_before_it_was_asked_whoever_takes_it_in() {
    for desk in kits() {
        std::thread::scope(|scope| {
            for af in 0..4u16 {
                let desk = &desk;
                scope.spawn(move || {
                    for n in 0..20 {
                        let sent = send(desk, af * 100 + n);
                        take_in_or_wait(desk).unwrap();
                        assert!(open_rows(desk).unwrap().iter().any(|row| row.id == sent.id));
                    }
                });
            }
        });
    }
}

#[test]
fn two_changes_on_one_revision_are_one_change() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        let standing = load(&desk, &id).unwrap();
        assert!(matches!(change(&desk, &id, contact()), Saved::Done(_)));
        let event = shared::case::Event::Attempted(notes::Attempt { happened: None, note: None });
        let late = save(&desk, &standing, Entry { at: desk.now(), by: actor(), event }).unwrap();
        assert_eq!(late, Saved::Stale);
        assert_eq!(load(&desk, &id).unwrap().value.status().step(), Step::InContact);
    }
}

#[test]
fn the_melder_sees_what_was_done() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        change(&desk, &id, contact());
        let status = desk.status(&status_key(&secret(1).code())).get().unwrap().unwrap();
        assert_eq!(status.progress.unwrap().stage, shared::case::Stage::Contact);
    }
}

#[test]
fn closed_cases_come_newest_first_and_cost_one_chunk_a_page() {
    for desk in kits() {
        let ids: Vec<CaseId> = (0..120).map(|n| send(&desk, n).id).collect();
        take_in(&desk).unwrap();
        ids.iter().filter(|id| load(&desk, id).unwrap().value.origins().number.sequence != 60).for_each(|id| {
            change(&desk, id, end_early());
        });
        let (mut page, mut seen) = (Some(1), Vec::new());
        while let Some(at) = page {
            let (rows, next) = closed_rows(&desk, at).unwrap();
            seen.extend(rows.into_iter().map(|row| row.number.sequence));
            page = next;
        }
        let expected: Vec<u32> = (1..=120).rev().filter(|n| *n != 60).collect();
        assert_eq!(seen, expected);
        assert_eq!(open_rows(&desk).unwrap().len(), 1);
    }
}

#[test]
fn lists_made_anew_are_the_lists_that_were() {
    for desk in kits() {
        let ids: Vec<CaseId> = (0..7).map(|n| send(&desk, n).id).collect();
        take_in(&desk).unwrap();
        change(&desk, &ids[2], contact());
        change(&desk, &ids[3], end_early());
        let sorted = |mut rows: Vec<Row>| {
            rows.sort_by_key(|row| row.number);
            rows
        };
        let before = (sorted(open_rows(&desk).unwrap()), closed_rows(&desk, 1).unwrap());
        desk.cases.delete_many(&[cell::rows::<Vec<Row>>(0).to_key(), cell::open::<()>().to_key()]).unwrap();
        assert_eq!(reindex(&desk, &ids), Ok(7));
        assert_eq!((sorted(open_rows(&desk).unwrap()), closed_rows(&desk, 1).unwrap()), before);
    }
}

#[test]
fn a_look_at_a_case_repairs_its_line_and_what_the_melder_sees() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        // as after a crash between the case and what follows from it
        let standing = load(&desk, &id).unwrap();
        let (by, at) = (actor(), desk.now());
        let Act::RecordContact(note) = contact() else { panic!("a contact") };
        let event = shared::case::Event::ContactMade(note);
        let after = standing.value.clone().apply(Entry { at, by, event }).unwrap();
        assert!(keys::vault(&desk, &id).unwrap().replace(&record(&id), &standing, &after).unwrap());
        assert_eq!(open_rows(&desk).unwrap()[0].step, Step::Received);
        repair(&desk, &load(&desk, &id).unwrap().value).unwrap();
        assert_eq!(open_rows(&desk).unwrap()[0].step, Step::InContact);
    }
}

/// Fails every write after the first so many, as a machine that stops in the middle does.
struct Stops(Arc<Mutex<usize>>);

impl Watch for Stops {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        match touch {
            Touch::Read | Touch::Increment(0) => Ok(()),
            Touch::Set(_) | Touch::Delete | Touch::Increment(_) | Touch::Swap(_) => {
                let mut left = self.0.lock().unwrap();
                *left = left.checked_sub(1).ok_or(StoreError::Unavailable("stopped".into()))?;
                Ok(())
            }
        }
    }
}

/// The store, until so many writes are done; several stores may count together.
pub(crate) fn stops(store: Arc<dyn Store>, left: &Arc<Mutex<usize>>) -> Arc<dyn Store> {
    Arc::new(Watched { store, watch: Stops(left.clone()) })
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
        // the lease of the one that stopped runs out
        let later = whole.at(|| tick().plus_seconds(60));
        take_in(&later).unwrap();
        let rows = open_rows(&later).unwrap();
        assert_eq!(rows.len(), 5, "stopped after {stop_after} writes");
        // of every number that was given out it is known what became of it, and no arrival is missed
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

pub(crate) fn memory() -> Arc<dyn Store> {
    Arc::new(Memory::default())
}

#[test]
fn a_number_without_a_report_does_not_stop_the_next() {
    for desk in kits() {
        desk.inbox.pointers.next_numbers(&cell::ARRIVALS, 1).unwrap();
        send(&desk, 2);
        assert_eq!(take_in(&desk), Ok(Some(1)));
        // the slow one arrives after all
        let late = kit::inbox::arrival::StoredArrival { id: secret(3).record() };
        let other = kits();
        send(&other[0], 3);
        let report: kit::inbox::arrival::StoredReport =
            other[0].inbox.reports.get(&StoredReport::cell(&secret(3).record())).unwrap().unwrap();
        let records: Vec<Record<cell::Pointers>> = vec![
            desk.inbox.reports.record(&StoredReport::cell(&report.id), &report).unwrap(),
            desk.inbox.pointers.record(&StoredArrival::cell(1), &late).unwrap(),
        ];
        desk.inbox.pointers.set_many(&records).unwrap();
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert_eq!(open_rows(&desk).unwrap().len(), 2);
    }
}

#[test]
fn a_case_without_its_key_is_closed_for_good_and_named() {
    for desk in kits() {
        let (gone, stays) = (send(&desk, 1).id, send(&desk, 2).id);
        take_in(&desk).unwrap();
        desk.keys.delete(&cell::case_key::<()>(&gone)).unwrap();
        assert_eq!(load(&desk, &gone).err(), Some(Failure::Unreadable("case key")));
        assert!(load(&desk, &stays).is_ok());
        assert_eq!(load(&desk, &secret(3).record()).err(), Some(Failure::not_found()));
    }
}

#[test]
fn one_case_s_key_opens_no_other_case() {
    for desk in kits() {
        let (a, b) = (send(&desk, 1).id, send(&desk, 2).id);
        take_in(&desk).unwrap();
        let vault = keys::vault(&desk, &a).unwrap();
        assert_eq!(vault.get(&record(&b)).err(), Some(Failure::Unreadable("case")));
    }
}

/// Whether a word stands readable in any value of a store.
fn shows(store: &dyn Store, word: &str) -> bool {
    let values = store.keys().unwrap().into_iter().filter_map(|key| store.get(&key).unwrap());
    values.into_iter().any(|raw| String::from_utf8_lossy(&raw).contains(word))
}

#[test]
fn nothing_typed_can_be_read_and_the_search_would_find_it() {
    let word = "kanarie-in-het-verhaal";
    let draft = Draft { story: format!("Verzonnen: {word}."), ..examples::draft() };
    for sealed in [true, false] {
        let [inbox, cases, keys] = [memory(), memory(), memory()];
        let mut desk = kit_over(inbox.clone(), cases.clone(), keys.clone());
        if !sealed {
            desk.inbox.reports = desk.inbox.reports.sealed(kit::store::seal::Seal::Plain);
        }
        let id = accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).unwrap().id;
        assert_eq!(shows(&*inbox, word), !sealed, "the search finds it when sealing is off");
        take_in(&desk).unwrap();
        assert!(load(&desk, &id).is_ok());
        assert!(!shows(&*cases, word) && !shows(&*keys, word));
    }
}

#[test]
fn what_intake_is_given_opens_no_report_and_no_case() {
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let review = kit_over(inbox.clone(), cases, keys);
    // as spin.toml has it: the inbox, and no secret; the stores of cases and keys are not in its type
    let intake = Inbox::new(inbox, testing::environment_at(tick, testing::variables(&[], &[])));
    let sent = accept(&intake, &secret(1), &examples::draft(), Channel::Form {}).unwrap();
    let stored = intake.reports.get(&StoredReport::cell(&sent.id));
    assert_eq!(stored.err(), Some(Failure::Keys(Fault::NoSecret)));
    // the holder of the code sees the status through it all the same
    assert!(intake.status(&status_key(&secret(1).code())).get().unwrap().is_some());
    assert_eq!(take_in(&review), Ok(Some(1)));
}

#[test]
fn keys_of_another_instance_are_refused_before_anything_is_read() {
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let desk = kit_over(inbox.clone(), cases.clone(), keys.clone());
    assert_eq!(crate::key_check::check(&desk), Ok(()), "an empty store takes the keys as its own");
    assert_eq!(crate::key_check::check_whole(&desk), Ok(()));
    let other = testing::desk(Stores { inbox, cases: cases.clone(), keys }, tick, &[6]);
    assert_eq!(crate::key_check::check(&other), Err(Failure::Keys(Fault::Unknown)));
    assert_eq!(desk.derive("a"), desk.derive("a"));
    assert_ne!(desk.derive("a"), desk.derive("b"));
    // with accounts in the store, damage to the record is told from another instance's keys
    desk.cases.set(&crate::account::ACCOUNTS, &Vec::new()).unwrap();
    for damage in [true, false] {
        if damage {
            cases.set(cell::Kind::KeyCheck.name(), b"damaged").unwrap();
        } else {
            cases.delete(cell::Kind::KeyCheck.name()).unwrap();
        }
        assert_eq!(crate::key_check::check(&other), Err(Failure::Keys(Fault::Unknown)));
        assert_eq!(crate::key_check::check(&desk), Err(Failure::Unreadable("key check")));
    }
    // what a version from before the first real use sealed is named for what it is
    let name = cell::Kind::KeyCheck.name();
    cases.set(name, &[2; 200]).unwrap();
    assert_eq!(crate::key_check::check(&desk), Err(Failure::Keys(Fault::Earlier)));
}
