//! The processing record: written with the audit line of the same request in one step, under numbers of its own,
//! without who did it. See [`shared::processing`].
use crate::Desk;
use kit::{
    Failure,
    store::{
        Record,
        cell::{self, Cases, Cell},
        last_used,
    },
};
use shared::{
    audit::AuditAction,
    contract::{Endpoint, PAGE_SIZE},
    moment::Moment,
    processing::{Activity, Processing},
};

/// The activity of the register that a request belongs to. Acts outside the route have the same address as the others,
/// but another legal ground.
fn activity(endpoint: Endpoint, action: &AuditAction) -> Option<Activity> {
    let activity = endpoint.activity()?;
    let AuditAction::Act(kind) = action else { return Some(activity) };
    Some(match activity {
        Activity::HandleCase | Activity::Rights if kind.handles() => Activity::HandleCase,
        Activity::HandleCase => Activity::Rights,
        Activity::ViewList
        | Activity::RecordReport
        | Activity::ViewCase
        | Activity::Rights
        | Activity::Access
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
    desk.cases.numbers_after(&cell::PROCESSING_NUMBERS, count, || last_used(0, is_there))
}

/// A page, newest first, and before which number the next page begins. A number whose request was cut off has no line;
/// one that cannot be read is left out, and `meldroute controle` names it.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, before: Option<i64>) -> Result<(Vec<Processing>, Option<i64>), Failure> {
    let given = issue(desk, 0)?;
    let newest = before.map_or(given, |before| given.min(before.saturating_sub(1)));
    let first = (newest - i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX) + 1).max(1);
    let cells: Vec<Cell<Cases, Processing>> = (first..=newest).rev().map(cell::processing).collect();
    let page = desk.cases.get_each(&cells)?.into_iter().filter_map(|(_, line)| line.ok()).collect();
    Ok((page, (first > 1).then_some(first)))
}
