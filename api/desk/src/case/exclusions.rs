//! The list of exclusions that wait for a second person. The case is the truth; this follows from it, so that the FG
//! can confirm one by number, without reading anything of a case.
use super::followed::Followed;
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use shared::{
    case::{Case, Event, OpenExclusion, Proposal, open_exclusion},
    moment::Day,
};

/// Where they are kept.
pub(super) const EXCLUSIONS: Cell<Cases, Vec<OpenExclusion>> = cell::exclusions();

/// All that wait today, the first to lapse first.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn open(desk: &Desk) -> Result<Vec<OpenExclusion>, Failure> {
    let today = desk.now().day();
    let mut open = with_list(today, |list| list.read(desk))?;
    open.retain(|one| !has_lapsed(one, today));
    open.sort_by_key(|one| (one.until, one.number));
    Ok(open)
}

/// The list as it is on this day: what lapsed is taken off at the next change.
fn with_list<R>(today: Day, work: impl FnOnce(&Followed<'_, OpenExclusion>) -> R) -> R {
    work(&Followed {
        cell: &EXCLUSIONS,
        marks: &|row| row.exclusions.awaits_second(today),
        entries: &|case| open_exclusion(case).into_iter().collect(),
        lasts: &|one| !has_lapsed(one, today),
    })
}

fn has_lapsed(one: &OpenExclusion, today: Day) -> bool {
    one.until.is_some_and(|until| until < today)
}

/// Brings the list in line with a case. A case in which nobody ever excluded a colleague is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let excludes = |event: &Event| matches!(event, Event::Proposed(Proposal::Exclude(_)));
    if !case.entries().iter().any(|entry| excludes(&entry.event)) {
        return Ok(());
    }
    with_list(desk.now().day(), |list| list.follow(desk, case))
}
