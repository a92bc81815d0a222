//! The settings as the beheerder, the AFs and the FG see them.
use crate::{
    Desk, account,
    instance::{StoredChange, StoredSettings},
};
use kit::Failure;
use shared::{
    contract::{SettingsChange, SettingsPage},
    id::AccountId,
    profile::Profile,
    settings::{Part, PartKind},
    text::Line,
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
    let names: Vec<(AccountId, Line)> =
        account::all(desk)?.into_iter().map(|account| (account.id, account.name)).collect();
    let view = |change: &StoredChange| view(change, &names, &base);
    Ok(SettingsPage {
        last: stored.last,
        now: PartKind::ALL.iter().map(|kind| Part::of(*kind, &profile)).collect(),
        waiting: stored.waiting.as_ref().map(view),
        history: stored.changes.iter().rev().map(view).collect(),
        unreadable,
    })
}

fn view(change: &StoredChange, names: &[(AccountId, Line)], base: &Profile) -> SettingsChange {
    let name = |id: &AccountId| names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
    SettingsChange {
        number: change.number,
        at: change.at,
        by: name(&change.by),
        confirmed_by: change.confirmed_by.as_ref().and_then(name),
        before: in_full(&change.before, base),
        after: in_full(&change.after, base),
        undoes: change.undoes,
    }
}

/// A part that is as the file says, with the file's value.
fn in_full(part: &Part, base: &Profile) -> Part {
    match part {
        Part::Phones(None) | Part::Closed(None) | Part::Sources(None) | Part::Texts(None) => {
            Part::of(part.kind(), base)
        }
        Part::Phones(Some(_)) | Part::Closed(Some(_)) | Part::Sources(Some(_)) | Part::Texts(Some(_)) => part.clone(),
    }
}
