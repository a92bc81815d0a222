//! An instance in memory, for tests.
pub use kit::testing::{
    KINDS_OF_STORE, NewStore, Touch, Watch, Watched, changed_profiles, environment, environment_at, key, memory,
    variables,
};

use crate::{Desk, Stores};
use keyvalue::{Store, StoreError};
use kit::store::{Patience, seal::SecretKey};
use shared::{case::pack::RegisterFile, id::CaseNumber, moment::Moment, retention::Outcome};
use std::sync::{Arc, Mutex, PoisonError};

/// Three empty stores.
#[must_use]
pub fn stores() -> Stores {
    Stores { inbox: memory(), cases: memory(), keys: memory() }
}

/// An instance over these stores, with the keys of these seeds, the one in use first.
#[must_use]
pub fn desk(stores: Stores, now: fn() -> Moment, seeds: &[u8]) -> Desk {
    let secrets: Vec<SecretKey> = seeds.iter().map(|seed| key(*seed)).collect();
    Desk::new(stores, environment_at(now, variables(&secrets, &[])))
}

/// What the register gets of a case of which nothing is known.
#[must_use]
pub fn register_file(practice: bool) -> RegisterFile {
    RegisterFile {
        number: CaseNumber { year: 2026, sequence: 17 },
        gemeente: "Verzonnenstad".into(),
        practice,
        made: Moment::from_millis(1_777_550_400_000),
        steps: Vec::new(),
        closed: None,
        outcome: Outcome::Likely,
        referrals: Vec::new(),
        items: Vec::new(),
        left: Vec::new(),
    }
}

/// How long a test waits for somebody who stopped.
pub const SHORT: Patience = Patience { times: 20, millis: 5 };

/// Fails every write after the first so many, like a machine that stops in the middle.
struct Stops {
    left: Arc<Mutex<usize>>,
    one_by_one: bool,
}

impl Watch for Stops {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        match touch {
            Touch::Read(_) | Touch::Increment(0) => Ok(()),
            Touch::Set(_) | Touch::Delete | Touch::Increment(_) | Touch::Swap(_) => {
                let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
                *left = left.checked_sub(1).ok_or(StoreError::Unavailable("stopped".into()))?;
                Ok(())
            }
        }
    }

    fn puts_one_by_one(&self) -> bool {
        self.one_by_one
    }
}

/// The store, until so many writes are done. Several stores may share one count.
#[must_use]
pub fn stops(store: Arc<dyn Store>, left: &Arc<Mutex<usize>>) -> Arc<dyn Store> {
    Arc::new(Watched { store, watch: Stops { left: left.clone(), one_by_one: false } })
}

/// The same, where many values are as many writes.
#[must_use]
pub fn stops_one_by_one(store: Arc<dyn Store>, left: &Arc<Mutex<usize>>) -> Arc<dyn Store> {
    Arc::new(Watched { store, watch: Stops { left: left.clone(), one_by_one: true } })
}
