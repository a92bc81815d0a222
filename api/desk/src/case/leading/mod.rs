//! What a report gets from its lead case. Each step is an event of the report, decided on both cases as they are. It
//! can stop anywhere: the next act on either case goes on, and due work does.
#[cfg(test)]
mod tests;

use crate::{
    Desk, account,
    audit::{self, Trail},
    case::{
        Saved,
        joined::{LIST, is_apart, under},
        load, save,
    },
};
use axum::response::Response;
use kit::Failure;
use shared::{
    access::Viewer,
    audit::AuditAction,
    case::{ActKind, Case, Entry, Event, Proposal, Refusal, joining},
    contract::Endpoint,
    id::{AccountId, CaseId},
};

/// The most events that one report gets at once: the lead case moved on, and then it closes. The others are for
/// somebody who changes it at the same moment.
const ATTEMPTS: usize = 6;

/// Brings a report in line with its lead case, and the reports under a case in line with it. Answers the case itself,
/// if that changed.
///
/// # Errors
/// [`Failure::Unavailable`]: what is left is done the next time.
pub fn settle(desk: &Desk, case: &Case, by: &AccountId) -> Result<Option<Case>, Failure> {
    let id = &case.origins().id;
    for one in LIST.read(desk)?.iter().filter(|one| one.lead == *id) {
        follow_lead(desk, &one.case, Some(by))?;
    }
    if case.joined().is_some() { follow_lead(desk, id, Some(by)) } else { Ok(None) }
}

/// The same for every joined report: for due work.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn due(desk: &Desk) -> Result<(), Failure> {
    for one in LIST.read(desk)? {
        follow_lead(desk, &one.case, None)?;
    }
    Ok(())
}

/// Whether the act can end a lead case now: first the melders of the reports under it are told, and before an early end
/// the reports are on their own again. A report that the AF may not know of says nothing here: it goes on by itself
/// until its melder was told.
///
/// # Errors
/// [`Refusal::TellJoinedFirst`], [`Refusal::UnjoinFirst`]; [`Failure::Unavailable`].
pub fn may_end(desk: &Desk, case: &Case, event: &Event, viewer: &Viewer) -> Result<(), Failure> {
    let early = matches!(
        event,
        Event::ClosedEarly(_)
            | Event::ClosedUntold(_)
            | Event::Proposed(Proposal::Malicious(_) | Proposal::Untold(_))
            | Event::Agreed(Proposal::Malicious(_) | Proposal::Untold(_))
    );
    if !early && *event != Event::Closed {
        return Ok(());
    }
    let reports = under(desk, &case.origins().id, viewer)?;
    if early && reports.iter().any(|one| one.step != shared::case::Step::Closed) {
        return Err(Refusal::UnjoinFirst.into());
    }
    if reports.iter().all(|one| one.ready) { Ok(()) } else { Err(Refusal::TellJoinedFirst.into()) }
}

/// Adds to a report what it lacks, one event after the other.
fn follow_lead(desk: &Desk, id: &CaseId, by: Option<&AccountId>) -> Result<Option<Case>, Failure> {
    let mut changed = None;
    for _attempt in 0..ATTEMPTS {
        let Some(standing) = found(load(desk, id))? else { return Ok(changed) };
        let Some(event) = lacks(desk, &standing.value)? else { return Ok(changed) };
        let by = by.or_else(|| joiner(&standing.value)).ok_or(Failure::Internal("nobody joined it"))?;
        let begun = audit::begin(desk, Endpoint::CommandCase, Some(by), id.as_str())?;
        let trail = Trail::default();
        trail.action(AuditAction::Act(ActKind::of(&event)));
        let saved = save(desk, &standing, Entry { at: desk.now(), by: by.clone(), event });
        let answer = match &saved {
            Ok(Saved::Done(_)) => Ok(Response::default()),
            Ok(Saved::Stale) => Err(Failure::stale()),
            Err(failure) => Err(failure.clone()),
        };
        let noted = begun.map(|begun| begun.finish(desk, &trail, answer)).transpose();
        if let Saved::Done(case) = saved? {
            noted?;
            changed = Some(*case);
        }
    }
    Ok(changed)
}

/// What a joined report lacks. While its lead case cannot be read, nothing; one that was destroyed had ended before.
fn lacks(desk: &Desk, case: &Case) -> Result<Option<Event>, Failure> {
    let Some(joined) = case.joined() else { return Ok(None) };
    let Some(lead) = found(load(desk, &joined.lead))? else {
        return Ok(joining::over(case));
    };
    let officers = account::colleagues(desk, &account::all(desk)?)?;
    let apart = is_apart(&officers, desk.now().day(), case, &lead.value);
    joining::next(case, &lead.value, apart).map_err(|_| Failure::Internal("a text of ours is none"))
}

/// Who joined it last.
fn joiner(case: &Case) -> Option<&AccountId> {
    case.entries().iter().rev().find(|entry| matches!(entry.event, Event::Joined(_))).map(|entry| &entry.by)
}

/// `None` for a case that is gone, or cannot be read.
fn found<T>(loaded: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match loaded {
        Err(Failure::Problem(..)) => Ok(None),
        other => other.map(Some).or_else(|failure| failure.unless_damaged(None)),
    }
}
