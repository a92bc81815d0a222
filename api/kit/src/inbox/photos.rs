//! Photos on their way into a case. The device seals each part, `intake` seals it once more, and `review` puts the
//! parts together once the melder added the photo.
//!
//! A list says which photos are on their way, so that there are never too many of them, and so that what nobody added
//! or opened in the end is found and removed. It is not sealed: it holds random keys, the names of statuses, and when.
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
/// The most photos that nobody added yet, of all reports together: some eighty megabytes.
const MOST_WAITING: usize = 60;
/// After this many seconds nobody adds a photo any more: two hours.
const BEGUN: i64 = 2 * 3600;
/// A photo that does not open is tried again for this many seconds: seven days. A key may come back.
const SHUT: i64 = 7 * 24 * 3600;

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
    /// Since when it does not open.
    #[serde(rename = "nietTeOpenenSinds", default, skip_serializing_if = "Option::is_none")]
    pub shut: Option<Moment>,
}

impl WaitingPhoto {
    /// Whether nobody adds it any more, or it did not open for too long. A clock that was set back makes it no younger.
    #[must_use]
    pub fn is_left(&self, now: Moment) -> bool {
        let over = |since: Moment, term: i64| now >= since.plus_seconds(term) || now < since.plus_seconds(-term);
        let begun = !self.added && over(self.since, BEGUN);
        begun || self.shut.is_some_and(|since| over(since, SHUT))
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
/// A 409 when there are too many photos, or another report has this key; [`Failure::Unavailable`]; a problem that says
/// to try again.
pub fn keep_part(
    inbox: &Inbox,
    slot: &StatusSlot,
    (photo, part): (&AdditionKey, u8),
    sealed: &SealedReport,
) -> Result<(), Failure> {
    // the list first: a part that is in no list would stay for ever
    if let Some(earlier) = note(inbox, slot, photo)? {
        forget(inbox, &earlier)?;
    }
    let cell = part_of(photo, part);
    inbox.reports.set(&cell, sealed)?;
    if waiting(inbox)?.iter().any(|one| one.photo == *photo) {
        return Ok(());
    }
    // it was removed meanwhile
    inbox.reports.delete(&cell)?;
    Err(Failure::busy())
}

/// Puts a photo on the list. Answers which one of the same report makes room for it: the oldest that was not added.
fn note(inbox: &Inbox, slot: &StatusSlot, photo: &AdditionKey) -> Result<Option<AdditionKey>, Failure> {
    let (now, of) = (inbox.now(), slot.name());
    change(inbox, |mut all| {
        if let Some(known) = all.iter().find(|one| one.photo == *photo) {
            // a list that was made again does not know of whom it is
            let is_own = known.of == of || known.of.is_empty();
            return if is_own { Ok(Change::Keep(None)) } else { Err(too_many()) };
        }
        let begun: Vec<&WaitingPhoto> = all.iter().filter(|one| !one.added).collect();
        let own: Vec<&WaitingPhoto> = begun.iter().copied().filter(|one| one.of == of).collect();
        let room = own.iter().min_by_key(|one| one.since).filter(|_| own.len() >= MOST_PHOTOS);
        let room = room.map(|one| one.photo.clone());
        if begun.len() >= MOST_WAITING && room.is_none() {
            return Err(too_many());
        }
        all.push(WaitingPhoto { photo: photo.clone(), of: of.to_owned(), since: now, added: false, shut: None });
        Ok(Change::Write(all, room))
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

/// The melder adds it: from here on it is not removed because nobody did.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn added(inbox: &Inbox, photo: &AdditionKey) -> Result<(), Failure> {
    mark(inbox, photo, |one| !std::mem::replace(&mut one.added, true))
}

/// It does not open now.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn shut(inbox: &Inbox, photo: &AdditionKey) -> Result<(), Failure> {
    let now = inbox.now();
    mark(inbox, photo, |one| one.shut.replace(one.shut.unwrap_or(now)).is_none())
}

/// Changes what the list says of a photo; `to` answers whether it did.
fn mark(inbox: &Inbox, photo: &AdditionKey, to: impl Fn(&mut WaitingPhoto) -> bool) -> Result<(), Failure> {
    change(inbox, |mut all| {
        let changed = all.iter_mut().find(|one| one.photo == *photo).is_some_and(&to);
        Ok(if changed { Change::Write(all, ()) } else { Change::Keep(()) })
    })
}

/// Removes what is here of a photo, and then its line: what is on no list any more is not here.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn forget(inbox: &Inbox, photo: &AdditionKey) -> Result<(), Failure> {
    for part in 0..MOST_PARTS {
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

/// The same for due work, which makes a list that cannot be read again.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn mended(inbox: &Inbox) -> Result<Vec<WaitingPhoto>, Failure> {
    change(inbox, |all| Ok(Change::Keep(all)))
}

/// Changes the list. One that cannot be read begins again with the photos whose parts are here.
fn change<R>(
    inbox: &Inbox,
    decide: impl Fn(Vec<WaitingPhoto>) -> Result<Change<Vec<WaitingPhoto>, R>, Failure>,
) -> Result<R, Failure> {
    let work = || inbox.pointers.update(&WAITING, |stored| decide(stored.unwrap_or_default()));
    inbox.pointers.healed(&WAITING, || found(inbox), work)
}

/// The photos of which there are parts. Of whom they are, and whether they were added, is not known any more: each has
/// the term of one that does not open.
fn found(inbox: &Inbox) -> Result<Vec<WaitingPhoto>, Failure> {
    let (now, mut all) = (inbox.now(), Vec::<WaitingPhoto>::new());
    for key in inbox.pointers.keys()? {
        let photo = Kind::PhotoPart.end_of(&key).and_then(|end| AdditionKey::parse(end.get(..32)?).ok());
        if let Some(photo) = photo.filter(|photo| all.iter().all(|one| one.photo != *photo)) {
            all.push(WaitingPhoto { photo, of: String::new(), since: now, added: true, shut: Some(now) });
        }
    }
    Ok(all)
}
