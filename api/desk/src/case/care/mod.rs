//! What a case says about care and health: a record beside the case, so that nothing that reads the case gives it.
//! [`shared::case::care`] says who reads it. One that cannot be read stops nothing else of the case, and is not written
//! over: nothing else says what stood there.
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
use shared::{
    access::Viewer,
    case::{
        Case, Entry, Event, Refusal,
        care::{CareEntry, CareRecord, CareSight},
        notes::CareOpening,
    },
    contract::{CareView, NewCareEntry, OpenCareReason},
    id::CaseId,
    profile::Domain,
};

impl Beside for CareRecord {
    fn cell(id: &CaseId) -> Cell<CaseRecords, Self> {
        cell::care(id)
    }

    fn turns(id: &CaseId) -> Cell<Cases, Count> {
        cell::care_turns(id.as_str())
    }
}

/// What this AF gets of it now.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn read(desk: &Desk, case: &Case, viewer: &Viewer, may_write: bool) -> Result<CareView, Failure> {
    let record = beside::read(desk, &case.origins().id)?.unwrap_or_default();
    Ok(CareView::of(&record, sight(desk, case, viewer)?, may_write))
}

/// What stands there, and whether this AF reads it: for what leaves the case.
///
/// # Errors
/// [`Failure::Unreadable`]: a copy without it would say that there is nothing; [`Failure::Unavailable`].
pub fn to_release(desk: &Desk, case: &Case, viewer: &Viewer) -> Result<(CareRecord, bool), Failure> {
    let record = beside::read(desk, &case.origins().id)?.unwrap_or_default();
    Ok((record, sight(desk, case, viewer)?.reads()))
}

/// Adds an entry by this AF, who may not be able to read what stands there.
///
/// # Errors
/// [`Refusal::CareFull`]; [`Refusal::NothingToDo`] for a correction of nothing; [`Failure::Unreadable`];
/// [`Failure::Unavailable`].
pub fn add(desk: &Desk, case: &Case, viewer: &Viewer, new: NewCareEntry) -> Result<CareView, Failure> {
    let id = &case.origins().id;
    let entry = CareEntry { at: desk.now(), by: viewer.me.clone(), text: new.text, corrects: new.corrects };
    let record = beside::change_begun(desk, id, |mut record: CareRecord| {
        let added = record.add(entry.clone())?;
        Ok(if added { Change::Write(record.clone(), record) } else { Change::Keep(record) })
    })?;
    Ok(CareView::of(&record, sight(desk, case, viewer)?, true))
}

/// Opens it for this AF until the end of the day. That is an event of the case, and it is there before a word is read.
///
/// # Errors
/// [`Refusal::NothingToDo`] when there is nothing to open, or this AF reads it anyway; [`Failure::Unreadable`];
/// [`Failure::Unavailable`].
pub fn open(
    desk: &Desk,
    standing: Standing<Case>,
    viewer: &Viewer,
    asked: OpenCareReason,
    may_write: bool,
) -> Result<CareView, Failure> {
    let id = standing.value.origins().id.clone();
    let record: CareRecord = beside::read(desk, &id)?.unwrap_or_default();
    let before = sight(desk, &standing.value, viewer)?;
    if before == CareSight::OfCare || record.entries().is_empty() {
        return Err(Refusal::NothingToDo.into());
    }
    if standing.value.rights().is_doomed() {
        return Err(Refusal::BeingDestroyed.into());
    }
    let case = if before == CareSight::Opened {
        standing.value
    } else {
        let event = Event::CareOpened(CareOpening { ground: asked.ground, reason: asked.reason });
        relations::note(desk, standing, &Entry { at: desk.now(), by: viewer.me.clone(), event })?
    };
    Ok(CareView::of(&record, sight(desk, &case, viewer)?, may_write))
}

/// What this AF gets of it: by the function that they have now, as the profile has it now.
fn sight(desk: &Desk, case: &Case, viewer: &Viewer) -> Result<CareSight, Failure> {
    Ok(CareSight::of(case, &viewer.me, domain(desk, viewer)?, desk.now().day()))
}

fn domain(desk: &Desk, viewer: &Viewer) -> Result<Option<Domain>, Failure> {
    let me = viewer.officers.iter().find(|one| one.id == viewer.me);
    let Some(function) = me.and_then(|one| one.function.as_ref()) else { return Ok(None) };
    Ok(desk.profile()?.functions.iter().find(|one| one.id == *function).map(|one| one.domain))
}

/// Removes it, whatever it says.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    beside::forget::<CareRecord>(desk, id)
}

/// Reads it and makes nothing of it: for an inspection.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn inspected(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    beside::inspected::<CareRecord>(desk, id)
}

/// Seals it with the key now in use; `false` when it was sealed with that already.
pub(super) fn reseal(vault: &Vault<CaseRecords>, id: &CaseId) -> Result<bool, Failure> {
    beside::reseal::<CareRecord>(vault, id)
}

#[cfg(test)]
mod tests;
