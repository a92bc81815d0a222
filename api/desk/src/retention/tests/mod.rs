//! Real deletion by two people, however often it stops and wherever it stops.
mod clues;
mod counted;
mod declarations;
mod due_work;
mod gone;
mod half_way;
mod two_people;
mod viewers;

use super::*;
use crate::testing::KINDS_OF_STORE;
use crate::{
    Desk,
    case::{
        self,
        tests::{change, end_early, kit_over, leave_beside, memory, secret, send, stops, tick},
    },
};
use keyvalue::Store;
use kit::{Failure, inbox::secret::status_key, store::cell};
use shared::{
    access::Reader,
    case::{
        Entry, Event,
        destruction::{Agreeing, DestructionGround},
        notes::rights::Why,
    },
    id::{AccountId, CaseId},
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

    /// One over each kind of store.
    fn of_every_kind() -> [Self; 3] {
        KINDS_OF_STORE.map(|(_, new)| Self { stores: [new(), new(), new()] })
    }

    /// A desk at the time the cases were closed.
    fn desk(&self) -> Desk {
        let [inbox, cases, keys] = self.stores.clone();
        kit_over(inbox, cases, keys)
    }

    /// Two months later: a mistake is due after one month, and is not late yet.
    fn later(&self) -> Desk {
        self.desk().at(|| tick().plus_seconds(60 * 86_400))
    }

    /// The same, with stores that fail after so many writes.
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
        ids.iter().for_each(|id| leave_beside(&desk, id));
        ids
    }

    /// The names in all stores that mention this case.
    fn names(&self, id: &CaseId) -> Vec<String> {
        self.stores.iter().flat_map(|store| store.keys().unwrap()).filter(|key| key.contains(id.as_str())).collect()
    }
}

fn why() -> Why {
    Why { reason: Prose::parse("Verzonnen").unwrap() }
}
