//! Photos on their way into a case. The device seals each part, `intake` seals it once more, and `review` puts the
//! parts together once the melder added the photo.
//!
//! A list says which photos are on their way, so that there are never too many of them, and so that what nobody added
//! in the end is found and removed. It is not sealed: it holds random keys, the names of statuses, and when.
use super::{Inbox, StatusSlot};
use crate::{
    Failure,
    store::{
        Change,
        cell::{self, Cell, Kind, Pointers, Reports},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    contract::{ProblemKind, SealedReport},
    id::AdditionKey,
    moment::Moment,
    photo::{MOST_PARTS, MOST_PHOTOS},
};

/// The list.
pub const WAITING: Cell<Pointers, Vec<WaitingPhoto>> = cell::photos_waiting();
/// The most photos on their way, of all reports together: some eighty megabytes.
const MOST_WAITING: usize = 60;
/// A photo that nobody added a day after its first part came is removed: 24 hours, in seconds.
const DAY: i64 = 24 * 3600;

/// A photo on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingPhoto {
    /// Its key.
    #[serde(rename = "foto")]
    pub photo: AdditionKey,
    /// The name of the status that it belongs to.
    #[serde(rename = "van")]
    pub of: String,
    /// When its first part came.
    #[serde(rename = "sinds")]
    pub since: Moment,
    /// Whether the melder added it: then it goes into the case, however long that takes.
    #[serde(rename = "toegevoegd", default, skip_serializing_if = "std::ops::Not::not")]
    pub added: bool,
}

impl WaitingPhoto {
    /// Whether it waits for so long that nobody adds it any more. A clock that was set back makes it no younger.
    #[must_use]
    pub fn is_left(&self, now: Moment) -> bool {
        !self.added && (now >= self.since.plus_seconds(DAY) || now < self.since.plus_seconds(-DAY))
    }
}

/// The cell of a part.
#[must_use]
pub fn part_of(photo: &AdditionKey, part: u8) -> Cell<Reports, SealedReport> {
    cell::photo_part(&format!("{}{part:02x}", photo.as_str()))
}

/// Keeps a part. The same part once more takes the place of the first.
///
/// # Errors
/// A 409 when there are too many photos, of this report or of all; [`Failure::Unavailable`].
pub fn keep_part(
    inbox: &Inbox,
    slot: &StatusSlot,
    (photo, part): (&AdditionKey, u8),
    sealed: &SealedReport,
) -> Result<(), Failure> {
    // the list first: a part that is in no list would stay for ever
    note(inbox, slot, photo)?;
    inbox.reports.set(&part_of(photo, part), sealed)
}

fn note(inbox: &Inbox, slot: &StatusSlot, photo: &AdditionKey) -> Result<(), Failure> {
    let (now, of) = (inbox.now(), slot.name());
    change(inbox, |mut all| {
        if let Some(known) = all.iter().find(|one| one.photo == *photo) {
            // a list that was made again does not know of whom it is
            let is_own = known.of == of || known.of.is_empty();
            return if is_own { Ok(Change::Keep(())) } else { Err(too_many()) };
        }
        let own = all.iter().filter(|one| one.of == of).count();
        if own >= MOST_PHOTOS || all.len() >= MOST_WAITING {
            return Err(too_many());
        }
        all.push(WaitingPhoto { photo: photo.clone(), of: of.to_owned(), since: now, added: false });
        Ok(Change::Write(all, ()))
    })
}

fn too_many() -> Failure {
    Failure::of(ProblemKind::Refused, "Meer foto’s kunnen hier nu niet. Vertel het aan de aandachtsfunctionaris.")
}

/// Whether all parts of a photo are there.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn is_whole(inbox: &Inbox, photo: &AdditionKey, parts: u8) -> Result<bool, Failure> {
    for part in 0..parts {
        if !inbox.reports.exists(&part_of(photo, part))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The melder added it.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn added(inbox: &Inbox, photo: &AdditionKey) -> Result<(), Failure> {
    change(inbox, |mut all| match all.iter_mut().find(|one| one.photo == *photo && !one.added) {
        Some(one) => {
            one.added = true;
            Ok(Change::Write(all, ()))
        }
        None => Ok(Change::Keep(())),
    })
}

/// Removes what is here of a photo, the first part last: while that is there, the photo is not in its case.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn forget(inbox: &Inbox, photo: &AdditionKey) -> Result<(), Failure> {
    for part in (0..MOST_PARTS).rev() {
        let cell = part_of(photo, part);
        if inbox.reports.exists(&cell)? {
            inbox.reports.delete(&cell)?;
        }
    }
    change(inbox, |mut all| {
        let before = all.len();
        all.retain(|one| one.photo != *photo);
        Ok(if all.len() == before { Change::Keep(()) } else { Change::Write(all, ()) })
    })
}

/// The photos on their way; none where the list cannot be read.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn waiting(inbox: &Inbox) -> Result<Vec<WaitingPhoto>, Failure> {
    let stored = inbox.pointers.get(&WAITING).or_else(|failure| failure.unless_damaged(None))?;
    Ok(stored.unwrap_or_default())
}

/// Changes the list. One that cannot be read begins again with the photos whose parts are here.
fn change<R>(
    inbox: &Inbox,
    decide: impl Fn(Vec<WaitingPhoto>) -> Result<Change<Vec<WaitingPhoto>, R>, Failure>,
) -> Result<R, Failure> {
    let work = || inbox.pointers.update(&WAITING, |stored| decide(stored.unwrap_or_default()));
    inbox.pointers.healed(&WAITING, || found(inbox), work)
}

/// The photos of which there are parts. Of whom they are, and whether they were added, is not known any more.
fn found(inbox: &Inbox) -> Result<Vec<WaitingPhoto>, Failure> {
    let mut all: Vec<WaitingPhoto> = Vec::new();
    for key in inbox.pointers.keys()? {
        let photo = Kind::PhotoPart.end_of(&key).and_then(|end| AdditionKey::parse(end.get(..32)?).ok());
        if let Some(photo) = photo.filter(|photo| all.iter().all(|one| one.photo != *photo)) {
            all.push(WaitingPhoto { photo, of: String::new(), since: inbox.now(), added: true });
        }
    }
    Ok(all)
}
