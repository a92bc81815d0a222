//! Chunks of consecutive case numbers, in which the worklist's lines are kept.
//!
//! A chunk has a key of its own, in the store of keys. Once a case is destroyed its chunk gets another key, so that no
//! older copy of the chunk can be read.
use super::{
    keys::{StoredKey, with},
    rekey,
};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Vault,
        cell::{self, CaseRecords, Cases, Cell, Keys, Kind},
    },
};
use shared::case::Row;

/// Consecutive case numbers in one chunk of lines; some 20 KB.
pub(super) const ROWS_PER_CHUNK: u32 = 50;

/// The cell with the lines of a chunk.
pub(super) fn lines_of(chunk: u32) -> Cell<CaseRecords, Vec<Row>> {
    cell::lines(chunk)
}

/// The cell with a chunk's key.
pub(super) fn key_of(chunk: u32) -> Cell<Keys, StoredKey> {
    cell::line_key(chunk)
}

/// The cell with the lines as they were before chunks had a key.
pub(super) fn earlier(chunk: u32) -> Cell<Cases, Vec<Row>> {
    cell::rows(chunk)
}

/// The chunk of a case number.
#[must_use]
pub fn chunk_of(sequence: u32) -> u32 {
    sequence.saturating_sub(1) / ROWS_PER_CHUNK
}

/// Whether there are lines of this chunk.
pub(super) fn is_there(desk: &Desk, chunk: u32) -> Result<bool, Failure> {
    Ok(desk.cases.exists(&lines_of(chunk))? || desk.cases.exists(&earlier(chunk))?)
}

/// The vault that reads and writes the lines of a chunk. A key that is not there is made, and so is one that cannot be
/// read: then the lines are made again too.
pub(super) fn vault(desk: &Desk, chunk: u32) -> Result<Vault<CaseRecords>, Failure> {
    let cell = key_of(chunk);
    let work = || {
        desk.keys.update(&cell, |stored| {
            Ok(match stored {
                Some(stored) => Change::Keep(stored),
                None => {
                    let made = StoredKey::random(desk)?;
                    Change::Write(made.clone(), made)
                }
            })
        })
    };
    Ok(with(desk, &desk.healed_in(&desk.keys, &cell, || StoredKey::random(desk), work)?))
}

/// The lines of a chunk exactly as they are stored: for an inspection, that makes nothing.
///
/// # Errors
/// [`Failure::Unreadable`] for lines, or a key, that cannot be read; [`Failure::Unavailable`].
pub fn inspected(desk: &Desk, chunk: u32) -> Result<Vec<Row>, Failure> {
    let key = desk.keys.get(&key_of(chunk))?.ok_or(Failure::Unreadable(Kind::LineKey.word()))?;
    Ok(with(desk, &key).get(&lines_of(chunk))?.unwrap_or_default())
}

/// The lines as they are stored. Those of before chunks had a key are moved.
pub(super) fn stored(desk: &Desk, vault: &Vault<CaseRecords>, chunk: u32) -> Result<Vec<Row>, Failure> {
    match vault.get(&lines_of(chunk))? {
        Some(rows) => Ok(rows),
        None => moved(desk, vault, chunk),
    }
}

fn moved(desk: &Desk, vault: &Vault<CaseRecords>, chunk: u32) -> Result<Vec<Row>, Failure> {
    let Some(rows) = desk.cases.get(&earlier(chunk))? else { return Ok(Vec::new()) };
    let now = vault.update(&lines_of(chunk), |stored| {
        Ok(match stored {
            Some(rows) => Change::Keep(rows),
            None => Change::Write(rows.clone(), rows.clone()),
        })
    })?;
    desk.cases.delete(&earlier(chunk))?;
    Ok(now)
}

/// Gives the chunk another key, if `is_due` holds of the one it has. Lines that cannot be read are made again from the
/// cases afterwards, so they keep no key alive.
pub(super) fn renew(desk: &Desk, chunk: u32, is_due: impl Fn(&StoredKey) -> bool) -> Result<bool, Failure> {
    let unread = |failure: Failure| failure.unless_damaged(());
    stored(desk, &vault(desk, chunk)?, chunk).map(drop).or_else(unread)?;
    desk.cases.delete(&earlier(chunk))?;
    rekey::renew(desk, &key_of(chunk), |vault| vault.reseal(&lines_of(chunk)), is_due, unread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_holds_fifty_consecutive_numbers() {
        assert_eq!((chunk_of(1), chunk_of(50), chunk_of(51)), (0, 0, 1));
    }
}
