//! Where the counting begins.
use super::stored::{Counting, change, read};
use crate::{Desk, case};
use kit::Failure;
use shared::{figures::HalfYear, moment::Day};

/// Chunks of lines in which the first case is looked for.
const LOOKED_AT: usize = 40;

/// The record. It begins with the half-year of the first case that is there. Where that is over, cases of it may have
/// been destroyed before anybody counted: the figures up to now say so.
pub(super) fn begin(desk: &Desk) -> Result<Counting, Failure> {
    let counting = read(desk)?;
    let chunks = case::chunks(desk)?;
    if counting.half.is_some() || chunks.is_empty() {
        return Ok(counting);
    }
    let now = HalfYear::of(desk.now().day());
    let mut first = None;
    for chunk in chunks.take(LOOKED_AT) {
        if let Some(row) = case::listed(desk, chunk)?.into_iter().next() {
            let begun = Day::from_ymd_opt(row.number.year, 1, 1).unwrap_or_else(|| desk.now().day());
            let received = case::load(desk, &row.id).map(|standing| standing.value.origins().received.day());
            first = Some(HalfYear::of(received.or_else(|failure| failure.unless_damaged(begun))?));
            break;
        }
    }
    // the oldest cases are all gone
    let half = first.unwrap_or(now);
    change(desk, |counting| {
        if counting.half.is_some() {
            return counting;
        }
        let begun = Counting { half: Some(half), ..counting };
        if half < now || first.is_none() { begun.unsure_until(now) } else { begun }
    })
}
