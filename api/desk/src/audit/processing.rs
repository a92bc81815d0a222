//! The processing record: written with the audit line of the same request in one step, under numbers of its own,
//! without who did it. See [`shared::processing`].
use super::{
    checkpoint::EVERY,
    destroy::{RANGES, delete, is_over},
};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
        last_used,
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    audit::{AuditAction, DestroyedLines},
    contract::{Endpoint, PAGE_SIZE},
    moment::Moment,
    processing::{Activity, Processing, ProcessingPage},
    retention::Length,
};

/// Lines read in one step.
const BATCH: usize = 500;

/// The activity of the register that a request belongs to. Acts outside the route have the same address as the others,
/// but another legal ground.
fn activity(endpoint: Endpoint, action: &AuditAction) -> Option<Activity> {
    let activity = endpoint.activity()?;
    if *action == AuditAction::ViewCase {
        return Some(Activity::ViewCase);
    }
    let AuditAction::Act(kind) = action else { return Some(activity) };
    Some(match activity {
        Activity::HandleCase | Activity::Rights if kind.handles() => Activity::HandleCase,
        Activity::HandleCase => Activity::Rights,
        Activity::ViewList
        | Activity::RecordReport
        | Activity::ViewCase
        | Activity::Rights
        | Activity::Access
        | Activity::Share
        | Activity::Destroy => activity,
    })
}

/// The processing record of a request, to be written with its audit line; `None` if it touches no case.
///
/// # Errors
/// [`Failure::Unavailable`]: then nothing is answered.
pub(crate) fn record(
    desk: &Desk,
    (endpoint, action): (Endpoint, &AuditAction),
    at: Moment,
    trace: String,
) -> Result<Option<Record<Cases>>, Failure> {
    let Some(activity) = activity(endpoint, action) else { return Ok(None) };
    let number = issue(desk, 1)?;
    let subjects = activity.subjects().to_vec();
    let line = Processing { number, at, activity, subjects, ground: activity.ground(), trace };
    desk.cases.record(&cell::processing(number), &line).map(Some)
}

/// Issues numbers. A counter that cannot be read goes on after the last line.
fn issue(desk: &Desk, count: i64) -> Result<i64, Failure> {
    let is_there = |number| desk.cases.exists::<Cases, Processing>(&cell::processing(number));
    let last = || last_used(begin(desk)?.to, is_there);
    desk.cases.numbers_after(&cell::PROCESSING_NUMBERS, count, last)
}

/// Where the kept lines begin. The lines have no chain, so there is no head to keep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct StoredBegin {
    /// The last number that is gone.
    #[serde(rename = "totEnMet")]
    to: i64,
    /// Up to where the lines are gone from the store.
    #[serde(rename = "opgeruimdTot")]
    cleared: i64,
    /// The moment of the last destruction.
    #[serde(rename = "op", default, skip_serializing_if = "Option::is_none")]
    at: Option<Moment>,
}

impl StoredBegin {
    const CELL: Cell<Cases, Self> = cell::processing_begin();
}

/// Where the kept lines begin. Where that cannot be read, the pages are looked through from the first number on.
fn begin(desk: &Desk) -> Result<StoredBegin, Failure> {
    let read = || Ok(desk.cases.get(&StoredBegin::CELL)?.unwrap_or_default());
    desk.healed(&StoredBegin::CELL, || Ok(StoredBegin::default()), read)
}

/// Destroys the oldest lines whose term is over, a thousand at a time. Answers how many numbers that were.
///
/// # Errors
/// [`Failure::Unavailable`]; the rest is left for the next time.
pub fn destroy_due(desk: &Desk) -> Result<i64, Failure> {
    let (term, now) = (desk.profile()?.retention.processing, desk.now());
    let given = issue(desk, 0)?;
    clear(desk)?;
    let mut destroyed = 0;
    for _range in 0..RANGES {
        let before = begin(desk)?;
        let to = before.to + EVERY;
        if to > given || !may_go(desk, &before, to, term, now)? {
            break;
        }
        let done = desk.cases.update(&StoredBegin::CELL, |stored| {
            let is_same = stored.is_none_or(|stored| stored.to == before.to);
            let after = StoredBegin { to, cleared: before.cleared, at: Some(now) };
            Ok(if is_same { Change::Write(after, true) } else { Change::Keep(false) })
        })?;
        if !done {
            break;
        }
        destroyed += EVERY;
        clear(desk)?;
    }
    Ok(destroyed)
}

/// Whether the term of every line from there to here is over.
fn may_go(desk: &Desk, begin: &StoredBegin, to: i64, term: Length, now: Moment) -> Result<bool, Failure> {
    let cells: Vec<Cell<Cases, Processing>> = (begin.to + 1..=to).map(cell::processing).collect();
    for cells in cells.chunks(BATCH) {
        let lines = desk.cases.get_each(cells)?.into_iter().filter_map(|(_, line)| line.ok());
        if lines.map(|line| line.at).max().is_some_and(|last| !is_over(last, term, now.day())) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Deletes the lines before the beginning that are still there.
fn clear(desk: &Desk) -> Result<(), Failure> {
    let begin = begin(desk)?;
    if begin.cleared >= begin.to {
        return Ok(());
    }
    delete(desk, (begin.cleared, begin.to), cell::processing::<Processing>)?;
    desk.cases.update(&StoredBegin::CELL, |stored| {
        let Some(stored) = stored.filter(|stored| stored.cleared < begin.to) else { return Ok(Change::Keep(())) };
        Ok(Change::Write(StoredBegin { cleared: begin.to, ..stored }, ()))
    })
}

/// A page, newest first, with before which number the next page begins. A number whose request was cut off has no line;
/// one that cannot be read is left out, and `meldroute controle` names it.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, before: Option<i64>) -> Result<ProcessingPage, Failure> {
    let (given, begin) = (issue(desk, 0)?, begin(desk)?);
    let newest = before.map_or(given, |before| given.min(before.saturating_sub(1)));
    let first = (newest - i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX) + 1).max(begin.to + 1);
    let cells: Vec<Cell<Cases, Processing>> = (first..=newest).rev().map(cell::processing).collect();
    let processings = desk.cases.get_each(&cells)?.into_iter().filter_map(|(_, line)| line.ok()).collect();
    let next = (first > begin.to + 1).then_some(first);
    let gone = |at| DestroyedLines { to: begin.to, at };
    Ok(ProcessingPage { processings, destroyed: begin.at.filter(|_| next.is_none()).map(gone), next })
}
