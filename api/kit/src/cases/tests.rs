//! Taking in and the lists, over a store with whole promises and one with Spin's weaker swap.
use super::*;
use crate::{
    Vault,
    arrival::{StoredStatus, accept},
    secret::{Secret, status_key},
    vault::Record,
};
use keyvalue::{Memory, Store, StoreError, Swap, WeakSwap};
use shared::{
    case::{Command, Context, Entry, Step, decide, notes},
    contract::examples,
    id::AccountId,
    moment::Moment,
    report::{Channel, Draft},
    text::Prose,
};
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
};

fn kit_over(inbox: Arc<dyn Store>, cases: Arc<dyn Store>) -> Kit {
    Kit {
        inbox: Vault::new(inbox),
        cases: Vault::new(cases),
        now: || Moment::from_millis(1_777_000_000_000 + TICKS.fetch_add(1, Ordering::Relaxed)),
        profiles: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten")),
        variables: Arc::new(|name| (name == "gemeente").then(|| "hengelo".into())),
    }
}

static TICKS: AtomicI64 = AtomicI64::new(0);

fn kits() -> [Kit; 2] {
    [
        kit_over(Arc::new(Memory::default()), Arc::new(Memory::default())),
        kit_over(Arc::new(WeakSwap::default()), Arc::new(WeakSwap::default())),
    ]
}

fn secret(n: u16) -> Secret {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&n.to_be_bytes());
    Secret::from_bytes(bytes)
}

fn send(kit: &Kit, n: u16) -> crate::arrival::Accepted {
    accept(kit, &secret(n), &examples::draft(), Channel::Form {}).unwrap()
}

fn actor() -> AccountId {
    AccountId::from_bytes(&[1; 16])
}

fn change(kit: &Kit, id: &CaseId, command: Command) -> Saved {
    let standing = load(kit, id).unwrap();
    let (by, sources, officers) = (actor(), [], []);
    let context =
        Context { actor: &by, today: (kit.now)().day(), sources: &sources, officers: &officers, new_status_key: None };
    let event = decide(&standing.value, command, &context).unwrap();
    save(kit, &standing, Entry { at: (kit.now)(), by, event }).unwrap()
}

fn contact() -> Command {
    let summary = Prose::parse("Gesproken").unwrap();
    Command::RecordContact(notes::ContactNote { means: notes::Means::Phone, summary })
}

fn end_early() -> Command {
    let text = Prose::parse("Verteld").unwrap();
    let day = "2026-04-01".parse().unwrap();
    Command::CloseEarly(notes::EarlyEnd {
        reason: notes::EarlyReason::Mistake,
        explanation: text.clone(),
        feedback: notes::FeedbackNote { means: notes::Means::Phone, text, day },
    })
}

#[test]
fn a_report_becomes_a_case_once_however_often_it_is_sent() {
    for kit in kits() {
        let first = send(&kit, 1);
        let again = send(&kit, 1);
        assert!(first.is_new && !again.is_new && first.receipt == again.receipt);
        assert_eq!(take_in(&kit), Ok(Some(1)));
        let after = send(&kit, 1);
        assert_eq!((after.receipt, after.is_new), (first.receipt, false));
        assert_eq!(take_in(&kit), Ok(Some(0)));
        assert_eq!(open_rows(&kit).unwrap().len(), 1);
    }
}

#[test]
fn another_melding_under_the_same_key_is_refused_with_the_code_of_the_first() {
    for kit in kits() {
        let first = send(&kit, 1);
        let other = Draft { story: "Iets anders".into(), ..examples::draft() };
        let refused = accept(&kit, &secret(1), &other, Channel::Form {});
        assert_eq!(refused, Err(Failure::KeyReused(first.receipt.ontvangstcode)));
    }
}

#[test]
fn retries_at_the_same_moment_and_two_afs_taking_in_make_one_case_each() {
    for kit in kits() {
        std::thread::scope(|scope| {
            for _retry in 0..4 {
                scope.spawn(|| (0..40).for_each(|n| drop(send(&kit, n))));
                scope.spawn(|| (0..60).for_each(|_| assert!(take_in(&kit).is_ok())));
            }
        });
        while take_in(&kit).unwrap() != Some(0) {}
        let mut rows = open_rows(&kit).unwrap();
        rows.sort_by_key(|row| row.number);
        assert_eq!(rows.len(), 40);
        rows.dedup_by_key(|row| row.number.sequence);
        assert_eq!(rows.len(), 40, "no number twice");
    }
}

#[test]
fn a_list_has_what_arrived_before_it_was_asked_whoever_takes_it_in() {
    for kit in kits() {
        std::thread::scope(|scope| {
            for af in 0..4u16 {
                let kit = &kit;
                scope.spawn(move || {
                    for n in 0..20 {
                        let sent = send(kit, af * 100 + n);
                        take_in_or_wait(kit).unwrap();
                        assert!(open_rows(kit).unwrap().iter().any(|row| row.id == sent.id));
                    }
                });
            }
        });
    }
}

#[test]
fn two_changes_on_one_revision_are_one_change() {
    for kit in kits() {
        let id = send(&kit, 1).id;
        take_in(&kit).unwrap();
        let standing = load(&kit, &id).unwrap();
        assert!(matches!(change(&kit, &id, contact()), Saved::Done(_)));
        let event = shared::case::Event::Attempted(notes::Attempt { note: None });
        let late = save(&kit, &standing, Entry { at: (kit.now)(), by: actor(), event }).unwrap();
        assert_eq!(late, Saved::Stale);
        assert_eq!(load(&kit, &id).unwrap().value.status().step(), Step::InContact);
    }
}

#[test]
fn the_melder_sees_what_was_done() {
    for kit in kits() {
        let id = send(&kit, 1).id;
        take_in(&kit).unwrap();
        change(&kit, &id, contact());
        let key = key::status(&status_key(&secret(1).code()));
        let status: StoredStatus = kit.inbox.get(&key).unwrap().unwrap();
        assert_eq!(status.progress.unwrap().stage, shared::case::Stage::Contact);
    }
}

#[test]
fn closed_cases_come_newest_first_and_cost_one_chunk_a_page() {
    for kit in kits() {
        let ids: Vec<CaseId> = (0..120).map(|n| send(&kit, n).id).collect();
        take_in(&kit).unwrap();
        ids.iter().filter(|id| load(&kit, id).unwrap().value.origins().number.sequence != 60).for_each(|id| {
            change(&kit, id, end_early());
        });
        let (mut page, mut seen) = (Some(1), Vec::new());
        while let Some(at) = page {
            let (rows, next) = closed_rows(&kit, at).unwrap();
            seen.extend(rows.into_iter().map(|row| row.number.sequence));
            page = next;
        }
        let expected: Vec<u32> = (1..=120).rev().filter(|n| *n != 60).collect();
        assert_eq!(seen, expected);
        assert_eq!(open_rows(&kit).unwrap().len(), 1);
    }
}

#[test]
fn lists_made_anew_are_the_lists_that_were() {
    for kit in kits() {
        let ids: Vec<CaseId> = (0..7).map(|n| send(&kit, n).id).collect();
        take_in(&kit).unwrap();
        change(&kit, &ids[2], contact());
        change(&kit, &ids[3], end_early());
        let sorted = |mut rows: Vec<Row>| {
            rows.sort_by_key(|row| row.number);
            rows
        };
        let before = (sorted(open_rows(&kit).unwrap()), closed_rows(&kit, 1).unwrap());
        kit.cases.delete_many(&[key::rows(0), key::OPEN.into()]).unwrap();
        assert_eq!(reindex(&kit, &ids), Ok(7));
        assert_eq!((sorted(open_rows(&kit).unwrap()), closed_rows(&kit, 1).unwrap()), before);
    }
}

#[test]
fn a_look_at_a_case_repairs_its_line_and_what_the_melder_sees() {
    for kit in kits() {
        let id = send(&kit, 1).id;
        take_in(&kit).unwrap();
        // as after a crash between the case and what follows from it
        let standing = load(&kit, &id).unwrap();
        let (by, at) = (actor(), (kit.now)());
        let Command::RecordContact(note) = contact() else { panic!("a contact") };
        let event = shared::case::Event::ContactMade(note);
        let after = standing.value.clone().apply(Entry { at, by, event }).unwrap();
        assert!(kit.cases.replace(&key::case(&id), &standing, &after).unwrap());
        assert_eq!(open_rows(&kit).unwrap()[0].step, Step::Received);
        repair(&kit, &load(&kit, &id).unwrap().value).unwrap();
        assert_eq!(open_rows(&kit).unwrap()[0].step, Step::InContact);
    }
}

/// Fails every write after the first `left` ones, as a machine that stops in the middle does.
struct Stops {
    store: Arc<dyn Store>,
    left: Arc<Mutex<usize>>,
}

impl Stops {
    fn write(&self) -> Result<(), StoreError> {
        let mut left = self.left.lock().unwrap();
        *left = left.checked_sub(1).ok_or(StoreError::Unavailable("stopped".into()))?;
        Ok(())
    }
}

impl Store for Stops {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.get(key)
    }
    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.write().and_then(|()| self.store.set(key, value))
    }
    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.write().and_then(|()| self.store.delete(key))
    }
    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.store.exists(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.store.get_many(keys)
    }
    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.write().and_then(|()| self.store.set_many(pairs))
    }
    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        self.write().and_then(|()| self.store.delete_many(keys))
    }
    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        if delta != 0 {
            self.write()?;
        }
        self.store.increment(key, delta)
    }
    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        self.write().and_then(|()| self.store.swap(key, expected, new))
    }
}

#[test]
fn taking_in_that_stops_at_any_write_loses_and_doubles_nothing() {
    for stop_after in 0..12 {
        let (inbox, cases): (Arc<dyn Store>, Arc<dyn Store>) = (memory(), memory());
        let whole = kit_over(inbox.clone(), cases.clone());
        (0..5).for_each(|n| drop(send(&whole, n)));
        let left = Arc::new(Mutex::new(stop_after));
        let stops = |store: Arc<dyn Store>| Arc::new(Stops { store, left: left.clone() });
        let _ = take_in(&kit_over(stops(inbox), stops(cases)));
        // the lease of the one that stopped runs out
        TICKS.fetch_add(60_000, Ordering::Relaxed);
        take_in(&whole).unwrap();
        assert_eq!(open_rows(&whole).unwrap().len(), 5, "stopped after {stop_after} writes");
    }
}

fn memory() -> Arc<dyn Store> {
    Arc::new(Memory::default())
}

#[test]
fn a_number_without_a_report_does_not_stop_the_next() {
    for kit in kits() {
        kit.inbox.next_numbers(key::ARRIVALS, 1).unwrap();
        send(&kit, 2);
        assert_eq!(take_in(&kit), Ok(Some(1)));
        // the slow one arrives after all
        let late = crate::arrival::StoredArrival { id: secret(3).record() };
        let other = kits();
        send(&other[0], 3);
        let report: crate::arrival::StoredReport =
            other[0].inbox.get(&key::report(&secret(3).record())).unwrap().unwrap();
        let records: Vec<Record> = vec![
            crate::vault::record(key::report(&report.id), &report).unwrap(),
            crate::vault::record(key::arrival(1), &late).unwrap(),
        ];
        kit.inbox.set_many(&records).unwrap();
        assert_eq!(take_in(&kit), Ok(Some(1)));
        assert_eq!(open_rows(&kit).unwrap().len(), 2);
    }
}
