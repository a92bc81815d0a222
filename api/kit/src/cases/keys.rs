//! Every case is sealed with a key of its own, which lies in another store, sealed to the instance. When that key is
//! gone the case is gone, from every copy that was ever made of it.
use crate::{
    Failure, Kit, Vault, key,
    seal::{Key, Seal},
};
use serde::{Deserialize, Serialize};
use shared::id::CaseId;
use std::collections::HashMap;

/// A case's key as it is kept.
#[derive(Clone, Serialize, Deserialize)]
struct StoredKey {
    /// 256 bits.
    #[serde(rename = "sleutel")]
    key: [u8; 32],
}

fn with(kit: &Kit, stored: &StoredKey) -> Vault {
    kit.cases.sealed(Seal::One(Box::new(Key::from_bytes(stored.key))))
}

/// Where the case with this id is read and written.
///
/// # Errors
/// A 404 when there is no such case; [`Failure::Unreadable`] when it is there and its key is not.
pub(super) fn vault(kit: &Kit, id: &CaseId) -> Result<Vault, Failure> {
    match kit.keys.get::<StoredKey>(&key::case_key(id))? {
        Some(stored) => Ok(with(kit, &stored)),
        None if kit.cases.exists(&key::case(id))? => Err(Failure::Unreadable("case key")),
        None => Err(Failure::not_found()),
    }
}

/// The vaults of cases that are to be made: keys that are not there yet are made and durable before this returns.
/// Called by one worker at a time.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`].
pub(super) fn vaults<'a>(kit: &Kit, ids: impl Iterator<Item = &'a CaseId>) -> Result<Vec<Vault>, Failure> {
    let names: Vec<String> = ids.map(key::case_key).collect();
    let mut there: HashMap<String, StoredKey> = kit.keys.get_many(&names)?.into_iter().collect();
    let (mut new, mut vaults) = (Vec::new(), Vec::new());
    for name in names {
        let stored = match there.remove(&name) {
            Some(stored) => stored,
            None => {
                let made = StoredKey { key: *Key::random()?.bytes() };
                new.push(kit.keys.record(name, &made)?);
                made
            }
        };
        vaults.push(with(kit, &stored));
    }
    if !new.is_empty() {
        kit.keys.set_many(&new)?;
    }
    Ok(vaults)
}
