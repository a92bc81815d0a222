//! The list of exclusions that wait for a second person. The case is the truth; this follows from it, so that the FG
//! can confirm one by number, without reading anything of a case.
use super::marked::marked;
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
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
    let stored = || Ok(desk.cases.get(&EXCLUSIONS)?.unwrap_or_default());
    let (mut open, today) = (desk.healed(&EXCLUSIONS, || remake(desk), stored)?, desk.now().day());
    open.retain(|one| !has_lapsed(one, today));
    open.sort_by_key(|one| (one.until, one.number));
    Ok(open)
}

/// The list, made from the cases of which the lines say that an exclusion waits.
fn remake(desk: &Desk) -> Result<Vec<OpenExclusion>, Failure> {
    let (mut open, today) = (Vec::new(), desk.now().day());
    marked(desk, |row| row.exclusions.awaits_second(today), |case| open.extend(open_exclusion(case)))?;
    Ok(open)
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
    let (id, now, today) = (&case.origins().id, open_exclusion(case), desk.now().day());
    let work = || {
        desk.cases.update(&EXCLUSIONS, |stored| {
            let before = stored.unwrap_or_default();
            // a slow writer does not put back what was true before
            if before.iter().any(|one| one.case == *id && one.revision > case.revision()) {
                return Ok(Change::Keep(()));
            }
            let others = before.iter().filter(|one| one.case != *id && !has_lapsed(one, today));
            let after: Vec<OpenExclusion> =
                others.cloned().chain(now.clone().filter(|one| !has_lapsed(one, today))).collect();
            Ok(if after == before { Change::Keep(()) } else { Change::Write(after, ()) })
        })
    };
    desk.healed(&EXCLUSIONS, || remake(desk), work)
}
