//! Cases over every kind of store: ours, and Spin's two.
mod additions;
mod answers;
mod changes;
mod damage;
mod guards;
mod lists;
mod sealed;
mod sealing;
pub(crate) mod searching;
mod sending;
mod taking_in;

use super::{load, packs::PackRecord, take_in, *};
pub(crate) use crate::testing::stops;
use crate::{
    Desk, Stores,
    testing::{self, SHORT},
};
use keyvalue::{Memory, Store};
use kit::{
    Failure,
    inbox::{
        arrival::{Accepted, StoredReport, accept, id_of},
        secret::{Secret, status_key},
    },
    store::{cell, seal::SecretKey},
};
use shared::{
    case::{Act, Context, Entry, Event, care::CareRecord, decide, notes},
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

/// A desk with these secrets, the one in use first.
pub(super) fn kit_with(
    inbox: Arc<dyn Store>,
    cases: Arc<dyn Store>,
    keys: Arc<dyn Store>,
    secrets: Vec<SecretKey>,
) -> Desk {
    let environment = testing::environment_at(tick, testing::variables(&secrets, &[]));
    let desk = Desk::new(Stores { inbox, cases, keys }, environment);
    // as at the first request; with a store that stops at once it fails
    drop(crate::key_check::check(&desk));
    desk
}

/// All tests share it, so it only ticks. A test that lets time pass gives its desk a later clock. Moving this one would
/// end the leases of the other tests.
static TICKS: AtomicI64 = AtomicI64::new(0);

pub(crate) fn tick() -> Moment {
    Moment::from_millis(1_777_000_000_000 + TICKS.fetch_add(1, Ordering::Relaxed))
}

/// One over each kind of store.
pub(crate) fn kits() -> [Desk; 3] {
    testing::KINDS_OF_STORE.map(|(_, new)| kit_over(new(), new(), new()))
}

pub(crate) fn secret(n: u16) -> Secret {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&n.to_be_bytes());
    Secret::from_bytes(bytes)
}

/// The id of the report that [`send`] sends.
fn id(n: u16) -> CaseId {
    id_of(&secret(n), &examples::draft()).unwrap()
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
    let today = desk.now().day();
    let calendar = shared::calendar::Calendar::default();
    let context = Context {
        actor: &by,
        today,
        confirm_by: today,
        calendar: &calendar,
        sources: &sources,
        officers: &officers,
        new_status_key: None,
        new_link: None,
        lead: None,
    };
    let event = decide(&standing.value, act, &context).unwrap();
    save(desk, &standing, Entry { at: desk.now(), by, event }).unwrap()
}

fn contact() -> Act {
    let summary = Prose::parse("Gesproken").ok();
    Act::RecordContact(notes::ContactNote { happened: None, means: notes::Means::Phone, summary })
}

/// Leaves everything that can stand beside a case under its key.
pub(crate) fn leave_beside(desk: &Desk, id: &CaseId) {
    beside::create(desk, id, &PackRecord::default()).unwrap();
    beside::create(desk, id, &CareRecord::default()).unwrap();
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
        feedback: notes::FeedbackNote { means: notes::Means::Phone, text, day, reporter: None },
    })
}

pub(crate) fn memory() -> Arc<dyn Store> {
    Arc::new(Memory::default())
}
