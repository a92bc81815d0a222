//! The round of due work over the cases of a half-year, and its publication.
use super::{
    begin::begin,
    freeze::freeze,
    stored::{Counting, change},
};
use crate::{
    Desk,
    case::{self, chunk_rows},
};
use kit::Failure;
use shared::{
    contract::ProblemKind,
    figures::{HalfYear, Tally, TeamKinds, count},
    moment::Moment,
};
use std::ops::Range;

/// Chunks of lines looked at in one run: two thousand cases.
const RUN: u32 = 40;
/// With so many cases opened, a run looks at no further chunk.
const OPENED: usize = 50;
/// Goes on counting the half-year that is over, and publishes it once every case was looked at. It begins a day after
/// it first saw that it is over.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Internal`] when a list that it takes cannot be read: it waits for that, because
/// a half-year is counted only once.
pub fn go_on(desk: &Desk) -> Result<(), Failure> {
    read_some(desk)?.map_or(Ok(()), |read| add(desk, &read))
}

/// The next cases of the half-year that is over; none while there is nothing to count.
pub(super) fn read_some(desk: &Desk) -> Result<Option<Found>, Failure> {
    let begun = begin(desk)?;
    let Some(half) = begun.half else { return Ok(None) };
    if !is_over(desk, &begun, half)? {
        return Ok(None);
    }
    let chunks = begun.next..case::chunks(desk)?.end;
    look(desk, half, chunks, desk.environment().teams()?).map(Some)
}

/// Whether the half-year is over, and that was seen on an earlier day too. What a clock that was wrong left is put
/// right.
fn is_over(desk: &Desk, begun: &Counting, half: HalfYear) -> Result<bool, Failure> {
    let today = desk.now().day();
    let over = (half.counted_from() <= today).then(|| begun.over.filter(|day| *day <= today).unwrap_or(today));
    let unsure = begun.unsure.map(|unsure| unsure.min(HalfYear::of(today)));
    if (over, unsure) != (begun.over, begun.unsure) {
        let note = |counting: Counting| {
            let same = counting.half == Some(half) && (counting.over, counting.unsure) == (begun.over, begun.unsure);
            if same { Counting { over, unsure, ..counting } } else { counting }
        };
        change(desk, note)?;
    }
    Ok(over.is_some_and(|day| day < today))
}

/// Adds them, and publishes after the last.
pub(super) fn add(desk: &Desk, found: &Found) -> Result<(), Failure> {
    let half = found.half;
    let after = change(desk, |counting| {
        // somebody else may have done the same at the same time
        let same = counting.half == Some(half) && counting.next == found.chunks.start;
        if same { counting.with(found) } else { counting }
    })?;
    if after.half == Some(half) && after.next >= found.chunks.end {
        freeze(desk, half, &after.tally, after.may_miss(half), &found.teams)?;
        change(desk, |counting| if counting.half == Some(half) { counting.after(half) } else { counting })?;
    }
    Ok(())
}

/// What some chunks add to a half-year.
pub(super) struct Found {
    half: HalfYear,
    teams: TeamKinds,
    /// The chunks that were still to be looked at.
    chunks: Range<u32>,
    /// The chunk to go on with.
    next: u32,
    /// Each case by its number.
    cases: Vec<(u32, Tally)>,
    incomplete: bool,
}

impl Counting {
    /// A case that was destroyed meanwhile is counted already.
    fn with(mut self, found: &Found) -> Self {
        let here = found.cases.iter().filter(|(number, _)| !self.destroyed.contains_key(number));
        here.for_each(|(_, tally)| self.tally.add(tally));
        self.next = found.next;
        self.incomplete |= found.incomplete;
        self
    }
}

fn look(desk: &Desk, half: HalfYear, chunks: Range<u32>, teams: TeamKinds) -> Result<Found, Failure> {
    let since = Moment::start_of(half.looked_at_from());
    let next = chunks.start;
    let mut found = Found { half, teams, chunks: chunks.clone(), next, cases: Vec::new(), incomplete: false };
    for chunk in chunks.take(RUN as usize) {
        if found.cases.len() >= OPENED {
            break;
        }
        let rows = match chunk_rows(desk, chunk) {
            Ok(rows) => rows,
            Err(failure) => {
                found.incomplete = true;
                failure.unless_damaged(Vec::new())?
            }
        };
        for row in rows.into_iter().filter(|row| row.last >= since) {
            match case::load(desk, &row.id) {
                Ok(standing) => {
                    let counted = count(&standing.value, half, &found.teams);
                    found.cases.push((row.number.sequence, counted));
                }
                // destroyed since its line was read, and counted then
                Err(Failure::Problem(ProblemKind::NotFound, ..)) => {}
                Err(failure) => {
                    failure.unless_damaged(())?;
                    found.incomplete = true;
                }
            }
        }
        found.next = chunk + 1;
    }
    Ok(found)
}
