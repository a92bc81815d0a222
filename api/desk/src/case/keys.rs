//! Every case is sealed with its own key, which is stored elsewhere, sealed to the instance. Once that key is deleted,
//! no copy of the case can be read any more.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Vault,
        cell::{self, CaseRecords, Cell, Keys},
        seal::{Key, Seal},
    },
};
use serde::{Deserialize, Serialize};
use shared::{case::Case, id::CaseId};
use std::collections::HashMap;

/// The cell of the case with this id.
pub(crate) fn record(id: &CaseId) -> Cell<CaseRecords, Case> {
    cell::case(id)
}

/// A case's key as it is kept.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct StoredKey {
    /// 256 bits.
    #[serde(rename = "sleutel")]
    pub key: [u8; 32],
    /// The instance's key that was in use when it was made; an older form does not say.
    #[serde(rename = "gemaaktBij", default, skip_serializing_if = "Option::is_none")]
    pub made_under: Option<String>,
    /// The case's previous key, until the case is sealed with the new one.
    #[serde(rename = "vorige", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<[u8; 32]>,
}

impl StoredKey {
    /// The cell of this case's key.
    pub fn cell(id: &CaseId) -> Cell<Keys, Self> {
        cell::case_key(id)
    }

    /// A new one.
    pub fn random(desk: &Desk) -> Result<Self, Failure> {
        Ok(Self { key: *Key::random()?.bytes(), made_under: Some(desk.key_in_use()?), before: None })
    }
}

pub(super) fn with(desk: &Desk, stored: &StoredKey) -> Vault<CaseRecords> {
    let key = Key::from_bytes(stored.key);
    desk.cases.sealed(match stored.before {
        None => Seal::One(Box::new(key)),
        Some(before) => Seal::Renewed(Box::new([key, Key::from_bytes(before)])),
    })
}

/// The vault that reads and writes the case with this id.
///
/// # Errors
/// A 404 when there is no such case; [`Failure::Unreadable`] when it is there and its key is not.
pub(super) fn vault(desk: &Desk, id: &CaseId) -> Result<Vault<CaseRecords>, Failure> {
    match desk.keys.get(&StoredKey::cell(id))? {
        Some(stored) => Ok(with(desk, &stored)),
        None if desk.cases.exists(&record(id))? => Err(Failure::Unreadable("case key")),
        None => Err(Failure::not_found()),
    }
}

/// The vaults of cases that are to be made: keys that are not there yet are made and durable before this returns.
/// Called by one worker at a time.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`].
pub(super) fn vaults<'a>(
    desk: &Desk,
    ids: impl Iterator<Item = &'a CaseId>,
) -> Result<Vec<Vault<CaseRecords>>, Failure> {
    let cells: Vec<Cell<Keys, StoredKey>> = ids.map(StoredKey::cell).collect();
    let found = desk.keys.get_many(&cells)?;
    let mut there: HashMap<String, StoredKey> =
        found.into_iter().map(|(cell, stored)| (cell.key().to_owned(), stored)).collect();
    let (mut new, mut vaults) = (Vec::new(), Vec::new());
    for cell in &cells {
        let stored = match there.remove(cell.key()) {
            Some(stored) => stored,
            None => {
                let made = StoredKey::random(desk)?;
                new.push(desk.keys.record(cell, &made)?);
                made
            }
        };
        vaults.push(with(desk, &stored));
    }
    if !new.is_empty() {
        desk.keys.set_many(&new)?;
    }
    Ok(vaults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_form_still_loads() {
        let old = format!(r#"{{"sleutel":{:?}}}"#, [7; 32]);
        let stored: StoredKey = serde_json::from_str(&old).unwrap();
        assert!(stored.key == [7; 32] && stored.made_under.is_none() && stored.before.is_none());
        assert_eq!(serde_json::to_string(&stored).unwrap(), old.replace(", ", ","));
    }
}
