//! An instance in memory, for tests.
pub use kit::testing::{
    KINDS_OF_STORE, NewStore, Touch, Watch, Watched, environment, environment_at, key, memory, variables,
};

use crate::{Desk, Stores};
use kit::store::seal::SecretKey;
use shared::moment::Moment;

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
