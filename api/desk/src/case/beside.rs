//! A record beside a case, sealed with the case's own key: it goes when the case goes, and gets another key with it.
use super::keys;
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Once, Patience, Vault,
        cell::{CaseRecords, Cases, Cell, Count},
    },
};
use serde::{Serialize, de::DeserializeOwned};
use shared::id::CaseId;

/// What is kept in one.
pub(super) trait Beside: Serialize + DeserializeOwned {
    /// Where it is.
    fn cell(id: &CaseId) -> Cell<CaseRecords, Self>;
    /// How many turns were taken to begin with it.
    fn turns(id: &CaseId) -> Cell<Cases, Count>;
}

/// What is there. After its key was read the case may have been sealed with another one, so what does not open is read
/// once more.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub(super) fn read<T: Beside>(desk: &Desk, id: &CaseId) -> Result<Option<T>, Failure> {
    let once = || keys::vault(desk, id)?.get(&T::cell(id));
    once().or_else(|failure| if matches!(failure, Failure::Unreadable(_)) { once() } else { Err(failure) })
}

/// Writes it, whatever is there.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn write<T: Beside>(desk: &Desk, id: &CaseId, value: &T) -> Result<(), Failure> {
    keys::vault(desk, id)?.set(&T::cell(id), value)
}

/// Changes what is there.
///
/// # Errors
/// Those of `decide`; [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub(super) fn change<T: Beside, R>(
    desk: &Desk,
    id: &CaseId,
    decide: impl FnMut(Option<T>) -> Result<Change<T, R>, Failure>,
) -> Result<R, Failure> {
    keys::vault(desk, id)?.update(&T::cell(id), decide)
}

/// The same for a record that begins empty, where nobody began with it.
///
/// # Errors
/// Those of [`change`] and [`create`].
pub(super) fn change_begun<T: Beside + Default, R>(
    desk: &Desk,
    id: &CaseId,
    mut decide: impl FnMut(T) -> Result<Change<T, R>, Failure>,
) -> Result<R, Failure> {
    if read::<T>(desk, id)?.is_none() {
        create(desk, id, &T::default())?;
    }
    change(desk, id, |there: Option<T>| decide(there.unwrap_or_default()))
}

/// Makes the record where it is not there: one of those who come at the same moment does ([`Once`]).
///
/// # Errors
/// [`Failure::Unavailable`]; a problem that says to try again.
pub(super) fn create<T: Beside>(desk: &Desk, id: &CaseId, first: &T) -> Result<(), Failure> {
    let done = || Ok(desk.cases.exists(&T::cell(id))?.then_some(()));
    match desk.cases.once(&T::turns(id), Patience::USUAL, done, || write(desk, id, first))? {
        Once::Done(()) | Once::Found(()) => Ok(()),
        Once::Waiting => Err(Failure::busy()),
    }
}

/// Removes it, whatever it says.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn forget<T: Beside>(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    desk.cases.delete(&T::cell(id))?;
    desk.cases.delete(&T::turns(id))
}

/// Reads it and makes nothing of it: for an inspection.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub(super) fn inspected<T: Beside>(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    keys::vault(desk, id)?.get(&T::cell(id)).map(drop)
}

/// Seals it with the key now in use; `false` when it was sealed with that already. One that no key opens stays as it
/// is.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn reseal<T: Beside>(vault: &Vault<CaseRecords>, id: &CaseId) -> Result<bool, Failure> {
    vault.reseal(&T::cell(id)).or_else(|failure| failure.unless_damaged(false))
}
