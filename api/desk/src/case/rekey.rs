//! A new key for a record that has a key of its own, while others read and write it.
//!
//! 1. The new key is put before the old one, in one swap. From then on every writer seals with the new one.
//! 2. What it seals is sealed with the new key, by compare-and-swap. A writer that only has the old key can no longer
//!    write, because its swap compares with a value that is gone. A reader that only has the old key reads the keys
//!    again.
//! 3. The old key is taken away.
//!
//! It may stop anywhere; the next pass finds in the key's own record how far it was.
use super::keys::{StoredKey, with};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Vault,
        cell::{CaseRecords, Cell, Keys},
    },
};

/// Writers that were under way when the new key came are at most a few.
const ATTEMPTS: usize = 100;

/// All three steps, for a key of which `is_due` holds, after whatever stopped half-way before. `false` when there was
/// nothing to do. `reseal` seals what the key is for, and says whether there was anything to seal. What that is when no
/// key opens it is for `damaged` to say.
pub(super) fn renew(
    desk: &Desk,
    key: &Cell<Keys, StoredKey>,
    reseal: impl Fn(&Vault<CaseRecords>) -> Result<bool, Failure>,
    is_due: impl Fn(&StoredKey) -> bool,
    damaged: impl Fn(Failure) -> Result<(), Failure>,
) -> Result<bool, Failure> {
    let went_on = finish(desk, key, &reseal, &damaged)?;
    let is_new = begin(desk, key, is_due)?;
    finish(desk, key, &reseal, &damaged)?;
    Ok(went_on || is_new)
}

/// Step 1, for a key of which `is_due` holds; `false` when there is none.
fn begin(desk: &Desk, key: &Cell<Keys, StoredKey>, is_due: impl Fn(&StoredKey) -> bool) -> Result<bool, Failure> {
    desk.keys.update(key, |stored| {
        let Some(old) = stored.filter(&is_due) else { return Ok(Change::Keep(false)) };
        Ok(Change::Write(StoredKey { before: Some(old.key), ..StoredKey::random(desk)? }, true))
    })
}

/// Steps 2 and 3; `false` when there is no key to take away.
fn finish(
    desk: &Desk,
    key: &Cell<Keys, StoredKey>,
    reseal: impl Fn(&Vault<CaseRecords>) -> Result<bool, Failure>,
    damaged: impl Fn(Failure) -> Result<(), Failure>,
) -> Result<bool, Failure> {
    let Some(stored) = desk.keys.get(key)?.filter(|stored| stored.before.is_some()) else {
        return Ok(false);
    };
    let vault = with(desk, &stored);
    let mut attempt = 0;
    let sealed = loop {
        match reseal(&vault) {
            Ok(true) if attempt < ATTEMPTS => attempt += 1,
            Ok(true) => break Err(Failure::busy()),
            Ok(false) => break Ok(()),
            Err(failure @ Failure::Unreadable(_)) => break damaged(failure),
            Err(failure) => break Err(failure),
        }
    };
    sealed?;
    desk.keys.update(key, |now| {
        // somebody who does the same may have gone on already
        let Some(now) = now.filter(|now| now.key == stored.key && now.before.is_some()) else {
            return Ok(Change::Keep(()));
        };
        Ok(Change::Write(StoredKey { before: None, ..now }, ()))
    })?;
    Ok(true)
}
