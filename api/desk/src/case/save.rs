use super::{
    clues, exclusions, guard, index, joined,
    keys::{self, StoredKey},
    lines, links, load, requests, reviews,
};
use crate::{Desk, letters};
use kit::{
    Failure,
    inbox::arrival::{StoredStatus, TakenAnswer},
    store::{Change, Standing},
};
use shared::{
    case::{Case, Entry, Event, Progress, Proposal, Row},
    id::{AccountId, StatusKey},
};

/// The outcome of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Stored durably; this is the case now.
    Done(Box<Case>),
    /// Somebody else was faster; nothing was written.
    Stale,
}

/// Adds the event that was decided on `standing`, in one write; then updates the line and the melder's status. Both are
/// derived from the case: if updating them fails the change is still stored, and the next access to the case repairs
/// them.
///
/// # Errors
/// [`Failure::Unavailable`] when the case could not be written, or when somebody was excluded and the line was not.
pub fn save(desk: &Desk, standing: &Standing<Case>, entry: Entry) -> Result<Saved, Failure> {
    let before = &standing.value;
    let hides = matches!(
        entry.event,
        Event::OwnReported | Event::Proposed(Proposal::Exclude(_)) | Event::Agreed(Proposal::Exclude(_))
    );
    let Some(after) = add(desk, standing, entry)? else { return Ok(Saved::Stale) };
    // before the line: a line that is behind says that this is to be repaired too
    let followed = clues::lower(desk, before, &after)
        .and_then(|()| publish(desk, &after))
        .and_then(|()| index::put_existing(desk, &after))
        .and_then(|()| follow(desk, &after));
    if followed.is_err() && hides {
        // the excluded person would still see the line, so this is not "done"; the next access repairs it
        return Err(Failure::Unavailable);
    }
    if followed.is_err() {
        eprintln!("warning: a case was saved, its line or status not yet; the next look repairs it");
    }
    Ok(Saved::Done(Box::new(after)))
}

/// Adds an event to the case alone; `None` when somebody else was faster. What stands beside the events keeps nothing
/// from being done: that somebody looked at it for the first time meanwhile, or that the melder answered. The caller
/// brings the lists in line with it.
pub(super) fn add(desk: &Desk, standing: &Standing<Case>, entry: Entry) -> Result<Option<Case>, Failure> {
    let added = add_to(desk, standing, entry.clone())?;
    if added.is_some() {
        return Ok(added);
    }
    let now = load(desk, &standing.value.origins().id)?;
    if now.value.entries() == standing.value.entries() { add_to(desk, &now, entry) } else { Ok(None) }
}

fn add_to(desk: &Desk, standing: &Standing<Case>, entry: Entry) -> Result<Option<Case>, Failure> {
    let after = standing.value.clone().apply(entry).map_err(|_| Failure::Internal("a decided event does not apply"))?;
    let id = &after.origins().id;
    let vault = keys::vault(desk, id)?;
    guard::raise(desk, &standing.value, &after)?;
    clues::raise(desk, &standing.value, &after)?;
    if vault.replace(&keys::record(id), standing, &after)? {
        return Ok(Some(after));
    }
    clues::take_back(desk, &after)?;
    Ok(None)
}

/// Keeps that this AF opened the case, if nobody did before. Somebody who changes it at the same moment has opened it
/// too, so losing to them is no loss.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn look(desk: &Desk, standing: &Standing<Case>, by: &AccountId) -> Result<(), Failure> {
    if standing.value.is_opened() {
        return Ok(());
    }
    let after = standing.value.clone().opened_by(by, desk.now());
    let id = &after.origins().id;
    let vault = keys::vault(desk, id)?;
    clues::raise(desk, &standing.value, &after)?;
    if vault.replace(&keys::record(id), standing, &after)? {
        // the line follows from it; if that fails, the next access to the case repairs it
        return index::put_existing(desk, &after).or_else(|failure| failure.unless_damaged(()));
    }
    clues::take_back(desk, &after)
}

/// Brings the lists in line with these cases: each chunk of lines is written once.
pub(super) fn follow_all(desk: &Desk, cases: &[Case]) -> Result<(), Failure> {
    cases.iter().try_for_each(|case| publish(desk, case))?;
    index::put(desk, cases)?;
    cases.iter().try_for_each(|case| follow(desk, case))
}

/// Brings the lists in line with a case that was read: after a crash between the case and its line.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn repair(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let line = lines::row(desk, case.origins().number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    if line.is_some_and(|row| row == Row::of(case)) {
        requests::follow(desk, case)?;
        exclusions::follow(desk, case)?;
        reviews::follow(desk, case)?;
        joined::follow(desk, case)?;
        links::follow(desk, case)?;
        return guard::follow(desk, case);
    }
    clues::follow(desk, case)?;
    publish(desk, case)?;
    index::put_existing(desk, case)?;
    follow(desk, case)
}

/// Brings the lists that follow from a case, and its guard in line with it.
fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    requests::follow(desk, case)?;
    exclusions::follow(desk, case)?;
    reviews::follow(desk, case)?;
    joined::follow(desk, case)?;
    links::follow(desk, case)?;
    guard::follow(desk, case)
}

/// Brings what the holder of a code sees in line with the case; not of a case that is destroyed. It comes before the
/// line, because a line that is behind says that this is to be repaired too.
pub(super) fn publish(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if !desk.keys.exists(&StoredKey::cell(&case.origins().id))? {
        return Err(Failure::not_found());
    }
    // after a new code the old one opens nothing: it only confirms to a late retry that its report has arrived
    for old in case.status_keys().iter().filter(|key| *key != case.status_key()) {
        write(desk, case, old, None)?;
    }
    let (key, now) = (case.status_key(), Progress::of(case));
    let is_news = || {
        let stored = desk.status(key).get().or_else(|failure| failure.unless_damaged(None))?;
        Ok(stored.and_then(|stored| stored.progress).is_some_and(|before| now.is_news_after(&before)))
    };
    letters::tell_reporter(desk, case, is_news)?;
    write(desk, case, key, Some(now))
}

/// Writes the status of one code, if it changed.
fn write(desk: &Desk, case: &Case, key: &StatusKey, progress: Option<Progress>) -> Result<(), Failure> {
    let slot = desk.status(key);
    let taken: Vec<TakenAnswer> = case.answers().iter().map(|answer| slot.taken(answer)).collect();
    slot.update(
        || remade(case),
        |stored| {
            if stored.is_none() && progress.is_none() {
                return Ok(Change::Keep(()));
            }
            let before = stored.clone().unwrap_or_else(|| remade(case));
            let mut now = StoredStatus { progress: progress.clone(), taken: taken.clone(), ..before };
            // what is in the case needs no second place
            now.answers.retain(|answer| taken.iter().all(|one| !one.is_about_the_same_as(&slot.taken(answer))));
            Ok(if stored.as_ref() == Some(&now) { Change::Keep(()) } else { Change::Write(now, ()) })
        },
    )
}

/// The status of a case as far as the case says it, for one that cannot be read. Which body it was is not in the case:
/// a late retry then hears that it was another melding, with the same code.
fn remade(case: &Case) -> StoredStatus {
    let origins = case.origins();
    let (received, contact_by) = (origins.received.day(), origins.contact_by);
    let (answers, taken) = (Vec::new(), Vec::new());
    StoredStatus { progress: None, received, contact_by, fingerprint: String::new(), answers, taken }
}
