//! Changing the settings: with a second person for numbers, at once for the rest.
use super::{lists, standing, update::update};
use crate::{
    Desk,
    instance::{StoredChange, StoredSettings},
};
use kit::{Failure, store::Change};
use shared::{
    case::Refusal,
    contract::{ProblemKind, SettingsAnswer, SettingsCommand, SettingsVerdict},
    id::AccountId,
    report::Finding,
    settings::{Part, PartKind},
};

/// The most changes that are kept; older ones go.
const MOST: usize = 100;
/// The most bytes that they take as JSON, so that a record fits in every store.
const MOST_BYTES: usize = 256 * 1024;

/// Carries out a command of the beheerder.
///
/// # Errors
/// 400 with the findings; 412 when something was changed since it was read; 409; [`Failure::Unavailable`].
pub fn command(desk: &Desk, command: &SettingsCommand, by: &AccountId) -> Result<(), Failure> {
    match command {
        SettingsCommand::Change { seen, part } => update(desk, |stored| {
            fresh(&stored, *seen)?;
            in_order(desk, &stored, part, "/inhoud/deel/waarde/")?;
            change(desk, stored, part.clone(), None, by)
        }),
        SettingsCommand::Import { seen, list } => {
            let stored = desk.cases.get(&StoredSettings::CELL).or_else(|failure| failure.unless_damaged(None))?;
            fresh(&stored.unwrap_or_default(), *seen)?;
            lists::import(desk, list, by, |stored, part| {
                fresh(&stored, *seen)?;
                change(desk, stored, part, None, by)
            })
        }
        SettingsCommand::Undo { seen, number } => update(desk, |stored| {
            fresh(&stored, *seen)?;
            let found = stored.changes.iter().find(|change| change.number == *number);
            let before = found.ok_or(Refusal::NothingProposed)?.before.clone();
            in_order(desk, &stored, &before, "/inhoud/nummer/")?;
            change(desk, stored, before, Some(*number), by)
        }),
        SettingsCommand::Withdraw => update(desk, |stored| {
            stored.waiting.as_ref().ok_or(Refusal::NothingProposed)?;
            Ok(Change::Write(StoredSettings { waiting: None, ..stored }, ()))
        }),
    }
}

/// A second person's answer to the change that waits.
///
/// # Errors
/// 409 when it is another change than the one that was read, or one's own; [`Failure::Unavailable`].
pub fn answer(desk: &Desk, answer: &SettingsAnswer, by: &AccountId) -> Result<(), Failure> {
    update(desk, |mut stored| {
        let waiting = stored.waiting.take().filter(|waiting| waiting.number == answer.number);
        let waiting = waiting.ok_or(Refusal::NothingProposed)?;
        if waiting.by == *by {
            return Err(Refusal::OtherPersonNeeded.into());
        }
        match answer.verdict {
            SettingsVerdict::Refuse => {}
            SettingsVerdict::Confirm => {
                let before = stored.now.part(waiting.after.kind());
                let (at, confirmed_by) = (desk.now(), Some(by.clone()));
                hold(desk, &mut stored, StoredChange { at, confirmed_by, before, ..waiting })?;
            }
        }
        Ok(Change::Write(stored, ()))
    })
}

/// Which part a command is about, for the audit.
#[must_use]
pub fn kind_of(desk: &Desk, command: &SettingsCommand) -> Option<PartKind> {
    match command {
        SettingsCommand::Change { part, .. } => Some(part.kind()),
        SettingsCommand::Import { .. } => Some(PartKind::List),
        SettingsCommand::Undo { number, .. } => {
            let stored = desk.cases.get(&StoredSettings::CELL).ok()??;
            stored.changes.iter().find(|change| change.number == *number).map(|change| change.after.kind())
        }
        SettingsCommand::Withdraw => {
            let stored = desk.cases.get(&StoredSettings::CELL).ok()??;
            stored.waiting.map(|waiting| waiting.after.kind())
        }
    }
}

fn in_order(desk: &Desk, stored: &StoredSettings, part: &Part, below: &str) -> Result<(), Failure> {
    let at = |found: Finding<String>| Finding { field: format!("{below}{}", found.field), ..found };
    let found: Vec<Finding<String>> = standing::check(desk, stored, part)?.into_iter().map(at).collect();
    if found.is_empty() { Ok(()) } else { Err(Failure::found(&found)) }
}

fn fresh(stored: &StoredSettings, seen: u32) -> Result<(), Failure> {
    let detail = "Haal de inrichting opnieuw op. Wat je typte staat er nog.";
    if stored.last == seen { Ok(()) } else { Err(Failure::of(ProblemKind::Stale, detail)) }
}

fn change(
    desk: &Desk,
    mut stored: StoredSettings,
    after: Part,
    undoes: Option<u32>,
    by: &AccountId,
) -> Result<Change<StoredSettings, ()>, Failure> {
    let before = stored.now.part(after.kind());
    if before == after {
        return Err(Refusal::AlreadySo.into());
    }
    let needs_another = after.kind().needs_second_person();
    let waits = |waiting: &StoredChange| waiting.after.kind() != after.kind();
    if needs_another && stored.waiting.as_ref().is_some_and(waits) {
        // it would be gone without a word
        return Err(Refusal::AlreadyProposed.into());
    }
    stored.last = stored.last.checked_add(1).ok_or(Refusal::TooManyProposals)?;
    let (number, at, by) = (stored.last, desk.now(), by.clone());
    let change = StoredChange { number, at, by, confirmed_by: None, before, after, undoes };
    if needs_another {
        stored.waiting = Some(change);
    } else {
        hold(desk, &mut stored, change)?;
    }
    Ok(Change::Write(stored, ()))
}

fn hold(desk: &Desk, stored: &mut StoredSettings, change: StoredChange) -> Result<(), Failure> {
    if change.after.kind() == PartKind::Functions {
        standing::remember(desk, stored)?;
    }
    stored.now = std::mem::take(&mut stored.now).with(change.after.clone());
    stored.changes.push(change);
    while stored.changes.len() > 1 && (stored.changes.len() > MOST || bytes(&stored.changes) > MOST_BYTES) {
        stored.changes.remove(0);
    }
    Ok(())
}

fn bytes(changes: &[StoredChange]) -> usize {
    serde_json::to_vec(changes).map_or(usize::MAX, |json| json.len())
}
