//! A case that is destroyed leaves its counts, and nothing else.
use super::stored::{Counting, change};
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
        Err(Failure::Unreadable(_)) => {
            change(desk, |counting| Counting { incomplete: true, ..counting })?;
            return Ok(());
        }
        Err(other) => return Err(other),
    };
    // without the list every team counts as another one: that keeps no case from its end
    let teams = desk.environment().teams().unwrap_or_default();
    change(desk, |counting| with(counting, &case, number.sequence, now, &teams)).map(drop)
}

fn with(mut counting: Counting, case: &Case, number: u32, now: HalfYear, teams: &TeamKinds) -> Counting {
    if counting.destroyed.contains_key(&number) {
        return counting;
    }
    let first = *counting.half.get_or_insert(HalfYear::of(case.origins().received.day()));
    if chunk_of(number) >= counting.next {
        counting.tally.add(&count(case, first, teams));
    }
    let mut half = first.next();
    while half <= now {
        let tally = count(case, half, teams);
        if !tally.is_empty() {
            counting.later.entry(half).or_default().add(&tally);
        }
        half = half.next();
    }
    counting.destroyed.insert(number, now);
    counting
}
