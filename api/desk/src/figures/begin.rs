//! Where the counting begins.
use super::stored::{Counting, change, read};
use crate::{Desk, case};
use kit::Failure;
use shared::{contract::ProblemKind, figures::HalfYear, moment::Day};
use std::ops::Range;

/// Chunks of lines in which the first case is looked for.
const LOOKED_AT: usize = 40;

/// The record. It begins with the half-year of the first case that is there. Where that is over, or was not the first,
/// cases may have been destroyed before anybody counted: the figures up to now say so.
pub(super) fn begin(desk: &Desk) -> Result<Counting, Failure> {
    let counting = read(desk)?;
    if counting.half.is_some() {
        return Ok(counting);
    }
    let chunks = case::chunks(desk)?;
    if chunks.is_empty() {
        return Ok(counting);
    }
    let now = HalfYear::of(desk.now().day());
    let first = first(desk, chunks)?;
    // the oldest cases are all gone
    let half = first.map_or(now, |(half, _)| half);
    let all = first.is_some_and(|(half, number)| half == now && number == 1);
    change(desk, |counting| {
        if counting.half.is_some() {
            return counting;
        }
        let begun = Counting { half: Some(half), ..counting };
        if all { begun } else { begun.unsure_until(now) }
    })
}

/// The half-year and the number of the first case that is there.
fn first(desk: &Desk, chunks: Range<u32>) -> Result<Option<(HalfYear, u32)>, Failure> {
    for chunk in chunks.take(LOOKED_AT) {
        for row in case::listed(desk, chunk)? {
            let received = match case::load(desk, &row.id) {
                Ok(standing) => standing.value.origins().received.day(),
                // it is being destroyed
                Err(Failure::Problem(ProblemKind::NotFound, ..)) => continue,
                Err(failure) => {
                    failure.unless_damaged(())?;
                    Day::from_ymd_opt(row.number.year, 1, 1).unwrap_or_else(|| desk.now().day())
                }
            };
            return Ok(Some((HalfYear::of(received), row.number.sequence)));
        }
    }
    Ok(None)
}
