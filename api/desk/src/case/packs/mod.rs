//! What went to receivers of decisions, as it went: a record beside the case, under the case's own key, so that it is
//! gone with the case.
//!
//! The file is there before the event that says so. A machine that stops between the two leaves a file that nothing
//! points at: nobody gets it, and keeping the same once more makes the event.
use super::{
    beside::{self, Beside},
    relations,
};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Standing, Vault,
        cell::{self, CaseRecords, Cases, Cell, Count},
    },
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::{
    case::{
        Case, Entry, Event, Refusal,
        notes::PackKept,
        pack::{KeptPack, MOST_PACKS, Pack},
    },
    id::{AccountId, CaseId, PackPrint},
};

/// The files of one case, in the order in which they were kept.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct PackRecord {
    #[serde(rename = "stukken")]
    files: Vec<KeptPack>,
}

impl Beside for PackRecord {
    fn cell(id: &CaseId) -> Cell<CaseRecords, Self> {
        cell::packs(id)
    }

    fn turns(id: &CaseId) -> Cell<Cases, Count> {
        cell::packs_turns(id.as_str())
    }
}

/// The file of a pack: its content to the letter, and its fingerprint.
///
/// # Errors
/// [`Failure::Internal`] when it cannot be written as JSON.
pub fn file(pack: &Pack) -> Result<(String, PackPrint), Failure> {
    let text = serde_json::to_string_pretty(pack).map_err(|_| Failure::Internal("a pack is not written as JSON"))?;
    let print = print_of(&text);
    Ok((text, print))
}

/// The first half of the SHA-256 of a file.
fn print_of(file: &str) -> PackPrint {
    let digest: [u8; 32] = Sha256::digest(file).into();
    let (half, _) = digest.split_at(16);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(half);
    PackPrint::from_bytes(&bytes)
}

/// Keeps this pack for a referral of the decision, counted from 0. What was kept already is there once.
///
/// # Errors
/// [`Refusal::PackChanged`] when it is not what was `seen`; [`Refusal::PacksFull`]; [`Failure::Unreadable`];
/// [`Failure::Unavailable`].
pub fn keep(
    desk: &Desk,
    standing: Standing<Case>,
    by: &AccountId,
    (referral, pack): (usize, &Pack),
    seen: &PackPrint,
) -> Result<KeptPack, Failure> {
    let (text, print) = file(pack)?;
    if print != *seen {
        return Err(Refusal::PackChanged.into());
    }
    let id = standing.value.origins().id.clone();
    let new = KeptPack { print: print.clone(), at: desk.now(), file: text };
    if beside::read::<PackRecord>(desk, &id)?.is_none() {
        beside::create(desk, &id, &PackRecord::default())?;
    }
    let kept = beside::change(desk, &id, |there: Option<PackRecord>| {
        let mut record = there.unwrap_or_default();
        if let Some(same) = record.files.iter().find(|one| one.print == print) {
            return Ok(Change::Keep(same.clone()));
        }
        if record.files.len() >= MOST_PACKS {
            return Err(Refusal::PacksFull.into());
        }
        record.files.push(new.clone());
        Ok(Change::Write(record, new.clone()))
    })?;
    let event = Event::PackKept(PackKept { referral, to: pack.to, print: print.clone() });
    let entry = Entry { at: kept.at, by: by.clone(), event };
    relations::note_unless(desk, standing, &entry, |case| is_told(case, &print))?;
    Ok(kept)
}

/// What went, as it went. `reads_care`: whether this AF reads what the case says about care and health.
///
/// # Errors
/// A 404 for what the case does not say that went; [`Refusal::CareShut`]; [`Failure::Unreadable`] when the file is not
/// what the case says; [`Failure::Unavailable`].
pub fn show(desk: &Desk, case: &Case, reads_care: bool, print: &PackPrint) -> Result<KeptPack, Failure> {
    if !is_told(case, print) {
        return Err(Failure::not_found());
    }
    let record: PackRecord = beside::read(desk, &case.origins().id)?.unwrap_or_default();
    let there = record.files.into_iter().find(|one| one.print == *print && print_of(&one.file) == *print);
    let there = there.ok_or(Failure::Unreadable("kept pack"))?;
    // what a later version cannot read may hold anything
    let about_care = serde_json::from_str(&there.file).map_or(true, |pack: Pack| pack.is_about_care());
    if about_care && !reads_care { Err(Refusal::CareShut.into()) } else { Ok(there) }
}

/// Whether the case says that this went.
fn is_told(case: &Case, print: &PackPrint) -> bool {
    let told = |entry: &Entry| matches!(&entry.event, Event::PackKept(kept) if kept.print == *print);
    case.entries().iter().any(told)
}

/// Removes them, whatever they say.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    beside::forget::<PackRecord>(desk, id)
}

/// Reads them and makes nothing of them: for an inspection.
///
/// # Errors
/// [`Failure::Unreadable`], also where a file is not what its fingerprint says; [`Failure::Unavailable`].
pub fn inspected(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    let record: PackRecord = beside::read(desk, id)?.unwrap_or_default();
    let whole = record.files.iter().all(|one| print_of(&one.file) == one.print);
    if whole { Ok(()) } else { Err(Failure::Unreadable("kept pack")) }
}

/// Seals them with the key now in use; `false` when they were sealed with that already.
pub(super) fn reseal(vault: &Vault<CaseRecords>, id: &CaseId) -> Result<bool, Failure> {
    beside::reseal::<PackRecord>(vault, id)
}

#[cfg(test)]
mod tests;
