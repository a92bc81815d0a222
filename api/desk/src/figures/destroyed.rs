//! A case that is destroyed leaves its counts, and nothing else.
use super::{
    begin::begin,
    stored::{Counting, change},
};
use crate::{
    Desk,
    case::{self, chunk_of},
};
use kit::Failure;
use shared::{
    case::Case,
    contract::ProblemKind,
    figures::{HalfYear, TeamKinds, count},
    id::{CaseId, CaseNumber},
};

/// Counts a case for every half-year that is not published yet, before it can no longer be read. It accepts no more
/// acts by now. Done again it counts nothing: its number is noted with the counts.
///
/// # Errors
/// [`Failure::Unavailable`]. A case that cannot be read keeps nothing from its end, and the figures say that they are
/// incomplete.
pub(crate) fn count_destroyed(desk: &Desk, id: &CaseId, number: CaseNumber) -> Result<(), Failure> {
    let now = HalfYear::of(desk.now().day());
    let case = match case::load(desk, id) {
        Ok(standing) => standing.value,
        // its key is gone: it was counted before that
        Err(Failure::Problem(ProblemKind::NotFound, ..)) => return Ok(()),
        Err(Failure::Unreadable(_)) => return unsure(desk),
        Err(other) => return Err(other),
    };
    begin(desk)?;
    // without the list every team counts as another one: that keeps no case from its end
    let (teams, known) = desk.environment().teams().map_or_else(|_| (TeamKinds::default(), false), |all| (all, true));
    change(desk, |counting| {
        let counted = with(counting, &case, number.sequence, now, &teams);
        if known { counted } else { counted.unsure_until(now) }
    })
    .map(drop)
}

/// Says of this half-year, and of those before it that are not published, that something may be missing: after a backup
/// was put back, and when a case could not be counted.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn unsure(desk: &Desk) -> Result<(), Failure> {
    let now = HalfYear::of(desk.now().day());
    change(desk, |counting| counting.unsure_until(now)).map(drop)
}

fn with(mut counting: Counting, case: &Case, number: u32, now: HalfYear, teams: &TeamKinds) -> Counting {
    let Some(first) = counting.half.filter(|_| !counting.destroyed.contains_key(&number)) else { return counting };
    let before = counting.clone();
    if chunk_of(number) >= counting.next {
        counting.tally.add(&count(case, first, teams));
    }
    // its last day for contact may be in the half-year after this one
    let last = now.max(HalfYear::of(case.origins().contact_by));
    let mut half = first.next();
    while half <= last {
        let tally = count(case, half, teams);
        if !tally.is_empty() {
            counting.later.entry(half).or_default().add(&tally);
        }
        half = half.next();
    }
    if counting != before {
        counting.destroyed.insert(number, last);
    }
    counting
}
