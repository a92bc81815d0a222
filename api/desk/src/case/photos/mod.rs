//! Photos that the melder added, under the case's own key: so that they are gone with the case.
//!
//! A photo comes to the inbox in parts, which the device sealed. Once the melder added it, its parts are opened, put
//! together and looked at ([`shared::photo::check`]), and kept beside the case in as many parts. The first is written
//! first and removed last, so a photo of which there is anything has a first part. It leaves the inbox once all of it
//! can be read here.
use super::keys;
use crate::Desk;
use data_encoding::BASE64;
use kit::{
    Failure,
    inbox::photos,
    store::{
        Vault,
        cell::{self, CaseRecords, Cell},
    },
};
use shared::{
    case::{Case, notes::Addition},
    contract::{PhotoView, ProblemKind},
    id::{AdditionKey, CaseId, StatusKey},
    photo::{MOST_PARTS, MOST_PHOTOS, PhotoPart, check},
};

/// A part, in base64. `photo` is counted from 0 among the photos of the case.
fn part_of(id: &CaseId, photo: usize, part: u8) -> Cell<CaseRecords, String> {
    cell::photo(&format!("{}{photo:02x}{part:02x}", id.as_str()))
}

/// Takes the photos of this case that wait in the inbox. One that does not open stays there, and is tried again for
/// some days.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn take(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if case.photos().next().is_none() {
        return Ok(());
    }
    let waiting = photos::waiting(&desk.inbox)?;
    let waits = |photo: &Addition| waiting.iter().any(|one| one.photo == photo.key);
    for (at, photo) in case.photos().enumerate().take(MOST_PHOTOS).filter(|(_, photo)| waits(photo)) {
        take_one(desk, case, at, photo).or_else(|failure| failure.unless_damaged(()))?;
    }
    Ok(())
}

fn take_one(desk: &Desk, case: &Case, at: usize, photo: &Addition) -> Result<(), Failure> {
    let id = &case.origins().id;
    let Some(parts) = photo.photo_parts() else { return Ok(()) };
    if kept(desk, id, at, parts)?.is_none() {
        let Some(opened) = opened(desk, case, photo, parts)? else {
            return photos::shut(&desk.inbox, &photo.key);
        };
        if check(&opened.concat()).is_ok() {
            let vault = keys::vault(desk, id)?;
            for (part, content) in (0..).zip(&opened) {
                vault.set(&part_of(id, at, part), &BASE64.encode(content))?;
            }
            if kept(desk, id, at, parts)?.is_none() {
                // the case got another key meanwhile: the next time writes it with that
                return Ok(());
            }
        } else {
            eprintln!("warning: a photo is no picture or holds more than one; it is removed");
        }
    }
    photos::forget(&desk.inbox, &photo.key)
}

/// The bytes of a photo that is in the case whole; `None` where a part is missing or does not open.
fn kept(desk: &Desk, id: &CaseId, at: usize, parts: u8) -> Result<Option<Vec<u8>>, Failure> {
    let (vault, mut whole) = (keys::vault(desk, id)?, Vec::new());
    for part in 0..parts {
        let text: Option<String> = vault.get(&part_of(id, at, part)).or_else(|failure| failure.unless_damaged(None))?;
        let Some(content) = text.and_then(|text| BASE64.decode(text.as_bytes()).ok()) else { return Ok(None) };
        whole.extend(content);
    }
    Ok(Some(whole))
}

/// The bytes of each part; `None` where one is not there, does not open, or is another one.
fn opened(desk: &Desk, case: &Case, photo: &Addition, parts: u8) -> Result<Option<Vec<Vec<u8>>>, Failure> {
    let ring = desk.ring.as_ref().map_err(|fault| *fault)?;
    let (gemeente, statuses) = (desk.environment().gemeente(), case.status_keys());
    let mut opened = Vec::new();
    for part in 0..parts {
        let Some(sealed) = desk.inbox.reports.get(&photos::part_of(&photo.key, part))? else { return Ok(None) };
        let mut json = None;
        for status in &statuses {
            json = json.or(ring.open_report(&sealed, &gemeente, status)?);
        }
        let read = json.and_then(|json| serde_json::from_slice::<PhotoPart>(&json).ok());
        let right = |one: &PhotoPart| one.photo == photo.key && (one.part, one.parts) == (part, parts);
        let Some(content) = read.filter(right).and_then(|one| BASE64.decode(one.content.as_bytes()).ok()) else {
            return Ok(None);
        };
        opened.push(content);
    }
    Ok(Some(opened))
}

/// A photo of this case.
///
/// # Errors
/// A 404 for one that was not added, is not here yet, does not open, or was removed because it was no picture;
/// [`Failure::Unavailable`].
pub fn show(desk: &Desk, case: &Case, key: &AdditionKey) -> Result<PhotoView, Failure> {
    let id = &case.origins().id;
    let found = case.photos().enumerate().find(|(_, one)| one.key == *key);
    let (at, photo) = found.ok_or_else(Failure::not_found)?;
    let parts = photo.photo_parts().ok_or_else(Failure::not_found)?;
    take(desk, case)?;
    let whole = kept(desk, id, at, parts)?;
    let gone = || Failure::of(ProblemKind::NotFound, "Deze foto is niet te openen. Vraag ernaar bij de melder.");
    Ok(PhotoView { content: BASE64.encode(&whole.ok_or_else(gone)?) })
}

/// Removes the photos of a case, here and on their way, whatever the case says. `statuses`: the keys of its melder's
/// codes.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget<'a>(
    desk: &Desk,
    id: &CaseId,
    statuses: impl Iterator<Item = &'a StatusKey>,
) -> Result<(), Failure> {
    for (at, part) in there(desk, id)?.into_iter().rev() {
        desk.cases.delete(&part_of(id, at, part))?;
    }
    let names: Vec<String> = statuses.map(|status| desk.status(status).name().to_owned()).collect();
    for one in photos::waiting(&desk.inbox)?.iter().filter(|one| names.contains(&one.of)) {
        photos::forget(&desk.inbox, &one.photo)?;
    }
    Ok(())
}

/// The parts of a case's photos that are there.
fn there(desk: &Desk, id: &CaseId) -> Result<Vec<(usize, u8)>, Failure> {
    let mut there = Vec::new();
    for at in 0..MOST_PHOTOS {
        if !desk.cases.exists(&part_of(id, at, 0))? {
            continue;
        }
        for part in 0..MOST_PARTS {
            if desk.cases.exists(&part_of(id, at, part))? {
                there.push((at, part));
            }
        }
    }
    Ok(there)
}

/// Removes photos that nobody added in the end, or that did not open. Answers how many.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn forget_left(desk: &Desk) -> Result<usize, Failure> {
    let mut left = photos::mended(&desk.inbox)?;
    left.retain(|one| one.is_left(desk.now()));
    for one in &left {
        photos::forget(&desk.inbox, &one.photo)?;
    }
    Ok(left.len())
}

/// Reads a part and makes nothing of it: for an inspection. `end`: its name behind that of the kind.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn inspected(desk: &Desk, end: &str) -> Result<(), Failure> {
    let id = end.get(..32).and_then(|id| CaseId::parse(id).ok()).ok_or(Failure::Unreadable("photo"))?;
    keys::vault(desk, &id)?.get(&cell::photo::<String>(end)).map(drop)
}

/// Seals the photos of a case with the key now in use; `false` when they were already. What no key opens stays as it
/// is.
pub(super) fn reseal(desk: &Desk, vault: &Vault<CaseRecords>, id: &CaseId) -> Result<bool, Failure> {
    let mut any = false;
    for (at, part) in there(desk, id)? {
        any |= vault.reseal(&part_of(id, at, part)).or_else(|failure| failure.unless_damaged(false))?;
    }
    Ok(any)
}

#[cfg(test)]
mod tests;
