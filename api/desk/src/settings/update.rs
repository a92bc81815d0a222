//! Changing the history.
use super::shown::show;
use crate::{Desk, instance::StoredSettings};
use kit::{
    Failure, inbox,
    store::{Change, Once, cell},
};

/// Changes the history, and then the copy. A history that cannot be read begins again with what was last shown.
pub(super) fn update<R>(
    desk: &Desk,
    decide: impl Fn(StoredSettings) -> Result<Change<StoredSettings, R>, Failure>,
) -> Result<R, Failure> {
    create(desk)?;
    let again = || {
        let now = inbox::settings::shown(&desk.inbox.pointers).unwrap_or_default();
        Ok(StoredSettings { now, ..StoredSettings::default() })
    };
    let work = || desk.cases.update(&StoredSettings::CELL, |stored| decide(stored.unwrap_or_default()));
    let done = desk.healed(&StoredSettings::CELL, again, work)?;
    show(desk)?;
    Ok(done)
}

/// A store of an earlier version has no record yet. One of all who come at the same moment makes it.
fn create(desk: &Desk) -> Result<(), Failure> {
    if desk.cases.exists(&StoredSettings::CELL)? {
        return Ok(());
    }
    let there = || Ok(desk.cases.exists(&StoredSettings::CELL)?.then_some(()));
    let make = || desk.cases.set(&StoredSettings::CELL, &StoredSettings::default());
    match desk.cases.once(&cell::SETTINGS_TURN, desk.inbox.patience, there, make)? {
        Once::Done(()) | Once::Found(()) => Ok(()),
        Once::Waiting => Err(Failure::Unavailable),
    }
}
