//! What went to receivers of decisions, as it went: a record beside the case, under the case's own key, so that it is
//! gone with the case.
//!
//! The file is there before the event that says so. A machine that stops between the two leaves a file that nothing
//! points at: nobody gets it, and keeping the same once more makes the event.
pub mod agenda;

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
        pack::{KeptPack, MOST_PACKS, Pack, kept_now, may_go},
    },
    id::{AccountId, CaseId, PackPrint},
    moment::Moment,
};

/// More than this, in bytes, is not kept of one case. A store takes a mebibyte.
const MOST_BYTES: usize = 900 * 1024;
/// A file that no case says that it went is kept for so many seconds: whoever keeps it may be busy.
const ALONE: i64 = 3_600;

/// A file to the letter, and when it was written.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct StoredFile {
    #[serde(rename = "vingerafdruk")]
    print: PackPrint,
    #[serde(rename = "op")]
    at: Moment,
    #[serde(rename = "bestand")]
    file: String,
}

impl StoredFile {
    fn is_whole(&self) -> bool {
        print_of(&self.file) == self.print
    }
}

/// The files of one case, in the order in which they were kept.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct PackRecord {
    #[serde(rename = "stukken")]
    files: Vec<StoredFile>,
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

/// Keeps this pack for a referral of the decision, counted from 0. What was kept for it already is there once.
///
/// # Errors
/// [`Refusal::PackChanged`] when it is not what was `seen`, or the case changed meanwhile; [`Refusal::PacksFull`];
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn keep(
    desk: &Desk,
    standing: Standing<Case>,
    by: &AccountId,
    (referral, pack): (usize, &Pack),
    seen: &PackPrint,
) -> Result<KeptPack, Failure> {
    let (file, print) = file(pack)?;
    if print != *seen {
        return Err(Refusal::PackChanged.into());
    }
    write(desk, &standing.value, &StoredFile { print: print.clone(), at: desk.now(), file })?;
    let (kept, revision) = (PackKept { referral, to: pack.to, print: print.clone() }, standing.value.revision());
    let says_so = |case: &Case| {
        let unchanged = case.is_as_seen_at(revision);
        if kept_now(case.entries()).any(|(_, one)| *one == kept) {
            Ok(true)
        } else if unchanged {
            Ok(false)
        } else {
            Err(Refusal::PackChanged.into())
        }
    };
    let entry = Entry { at: desk.now(), by: by.clone(), event: Event::PackKept(kept.clone()) };
    let case = relations::note_unless(desk, standing, &entry, says_so)?;
    read(desk, &case, &print)
}

/// Writes a file, where it is not there yet. A file that the case does not name, because a machine stopped before that,
/// goes after an hour.
fn write(desk: &Desk, case: &Case, new: &StoredFile) -> Result<(), Failure> {
    let id = &case.origins().id;
    beside::change_begun(desk, id, |mut record: PackRecord| {
        if record.files.iter().any(|one| one.print == new.print) {
            return Ok(Change::Keep(()));
        }
        record.files.retain(|one| said(case, &one.print).is_some() || one.at.plus_seconds(ALONE) > new.at);
        record.files.push(new.clone());
        let length = serde_json::to_vec(&record).map_or(usize::MAX, |bytes| bytes.len());
        if record.files.len() > MOST_PACKS || length > MOST_BYTES {
            return Err(Refusal::PacksFull.into());
        }
        Ok(Change::Write(record, ()))
    })
}

/// What went, as it went. `reads_care`: whether this AF reads what the case says about care and health.
///
/// # Errors
/// Those of [`may_go`]; a 404 for what the case does not say that went; [`Refusal::CareShut`]; [`Failure::Unreadable`]
/// when the file is not what the case says; [`Failure::Unavailable`].
pub fn show(desk: &Desk, case: &Case, reads_care: bool, print: &PackPrint) -> Result<KeptPack, Failure> {
    may_go(case)?;
    let kept = read(desk, case, print)?;
    // what another version wrote and this one cannot read may hold anything
    let holds_care = serde_json::from_str(&kept.file).map_or(true, |pack: Pack| pack.holds_care());
    if holds_care && !reads_care { Err(Refusal::CareShut.into()) } else { Ok(kept) }
}

fn read(desk: &Desk, case: &Case, print: &PackPrint) -> Result<KeptPack, Failure> {
    let at = said(case, print).ok_or_else(Failure::not_found)?;
    let record: PackRecord = beside::read(desk, &case.origins().id)?.unwrap_or_default();
    let file = record.files.into_iter().find(|one| one.print == *print && one.is_whole());
    let StoredFile { print, file, .. } = file.ok_or(Failure::Unreadable("kept pack"))?;
    Ok(KeptPack { print, at, file })
}

/// When the case last said that this went.
fn said(case: &Case, print: &PackPrint) -> Option<Moment> {
    let told = |entry: &&Entry| matches!(&entry.event, Event::PackKept(kept) if kept.print == *print);
    case.entries().iter().rev().find(told).map(|entry| entry.at)
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
    if record.files.iter().all(StoredFile::is_whole) { Ok(()) } else { Err(Failure::Unreadable("kept pack")) }
}

/// Seals them with the key now in use; `false` when they were sealed with that already.
pub(super) fn reseal(vault: &Vault<CaseRecords>, id: &CaseId) -> Result<bool, Failure> {
    beside::reseal::<PackRecord>(vault, id)
}

#[cfg(test)]
mod tests;
