//! The settings as the beheerder, the AFs and the FG see them.
use super::names::{Names, names};
use crate::{
    Desk,
    instance::{StoredChange, StoredSettings},
};
use kit::Failure;
use shared::{
    contract::{SettingsChange, SettingsPage},
    profile::Profile,
    settings::{Part, PartKind},
};

/// What holds, what waits, and what was changed.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn page(desk: &Desk) -> Result<SettingsPage, Failure> {
    let (base, profile) = (desk.environment().base()?, desk.profile()?);
    let (stored, unreadable) = match desk.cases.get(&StoredSettings::CELL) {
        Ok(stored) => (stored.unwrap_or_default(), false),
        Err(failure) => (failure.unless_damaged(StoredSettings::default())?, true),
    };
    let names = names(desk)?;
    let view = |change: &StoredChange| view(change, &names, &base);
    Ok(SettingsPage {
        last: stored.last,
        now: PartKind::ALL.iter().map(|kind| Part::of(*kind, &profile)).collect(),
        file: PartKind::ALL.iter().map(|kind| Part::of(*kind, &base)).collect(),
        waiting: stored.waiting.as_ref().map(view),
        history: stored.changes.iter().rev().map(view).collect(),
        unreadable,
    })
}

fn view(change: &StoredChange, names: &Names, base: &Profile) -> SettingsChange {
    SettingsChange {
        number: change.number,
        at: change.at,
        by: names.of(&change.by),
        confirmed_by: change.confirmed_by.as_ref().and_then(|by| names.of(by)),
        before: in_full(&change.before, base),
        after: in_full(&change.after, base),
        undoes: change.undoes,
    }
}

/// A part that is as the file says, with the file's value.
fn in_full(part: &Part, base: &Profile) -> Part {
    if part.is_of_file() { Part::of(part.kind(), base) } else { part.clone() }
}
