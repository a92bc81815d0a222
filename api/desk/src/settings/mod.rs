//! Settings (inrichting) that the functioneel beheerder changes on screen. Every change is a version of one part: who,
//! when, how it was and how it is. Taking one back is a change too. A change of numbers waits for an AF or the FG.
//!
//! What holds is sealed in the store of cases; `review` reads that. A copy without the achterwacht is in the inbox, for
//! `intake`; it follows from the first, and due work writes it again.
mod change;
mod page;
#[cfg(test)]
mod tests;

pub use change::{answer, command, kind_of};
pub use page::page;

use crate::{Desk, instance::StoredSettings};
use kit::{
    Failure, inbox,
    store::{
        Change, Once, Record,
        cell::{self, Cases},
    },
};

/// The record to begin with, where it is not there yet.
pub(crate) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&StoredSettings::CELL)
}

/// Writes the copy that everybody may see again, if it is another than what holds.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn show(desk: &Desk) -> Result<(), Failure> {
    match desk.cases.get(&StoredSettings::CELL) {
        Ok(stored) => inbox::settings::show(&desk.inbox.pointers, stored.unwrap_or_default().now),
        // what was last shown goes on
        Err(failure) => failure.unless_damaged(()),
    }
}

/// Changes the history, and then the copy. A history that cannot be read begins again with what was last shown.
fn update<R>(
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
