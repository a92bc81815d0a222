//! After an older copy of the cases was put back: what guarded them since is decided again ([`super::guard`]).
use super::{
    guard::stored,
    load::load,
    save::{Saved, save},
};
use crate::{Desk, audit};
use kit::Failure;
use shared::{
    audit::AuditAction,
    case::{ActKind, Entry, Event, Guard, RightsEvent},
    contract::Endpoint,
    id::{AccountId, CaseId, CaseNumber},
};

/// Decides again what an older copy of a case lacks: exclusions, a hold, a restriction. Each leaves a line in the
/// audit. Answers the number of the case and how many there were; `None` when nothing was lacking.
///
/// # Errors
/// [`Failure::Unreadable`] for a case or a guard that does not open, [`Failure::Unavailable`].
pub fn guard_again(desk: &Desk, id: &CaseId) -> Result<Option<(CaseNumber, usize)>, Failure> {
    let Some(guard) = desk.keys.get(&stored(id))? else { return Ok(None) };
    let case = load(desk, id)?.value;
    let missing = guard.missing(&case, desk.now().day()).map_err(|_| Failure::Internal("a text of ours is none"))?;
    let count = missing.len();
    for (by, event) in missing {
        put_again(desk, id, by, event)?;
    }
    // the case was written, with fewer revisions than the copy had seen
    desk.keys.set(&stored(id), &Guard::of(&load(desk, id)?.value))?;
    Ok((count > 0).then_some((case.origins().number, count)))
}

fn put_again(desk: &Desk, id: &CaseId, by: AccountId, event: Event) -> Result<(), Failure> {
    let kind = if matches!(event, Event::Rights(RightsEvent::Held(_))) {
        ActKind::Hold
    } else if matches!(event, Event::Rights(_)) {
        ActKind::Restrict
    } else {
        ActKind::Exclude
    };
    let standing = load(desk, id)?;
    if save(desk, &standing, Entry { at: desk.now(), by, event })? == Saved::Stale {
        return Err(Failure::stale());
    }
    let about = AccountId::parse(id.as_str()).map_err(|_| Failure::Internal("a case has no id"))?;
    audit::note_on_server(desk, Endpoint::CommandCase, AuditAction::Act(kind), &about)
}
