//! The counters of arrivals and of case numbers.
//!
//! They are the only values that are not sealed, so reading a damaged one gives no error. The sealed take-in record
//! shows which values are possible. A counter that is too low is raised to it. A counter that is far too high does not
//! cause an endless walk, and no report waits behind it unseen.
use super::{
    chunk::{self, chunk_of},
    lines,
    state::{StoredTakeIn, settled},
};
use crate::Desk;
use kit::{
    Failure,
    inbox::arrival,
    store::{
        Vault,
        cell::{self, Area, Cell, Count, Kind},
        last_used,
    },
};

use std::ops::Range;

/// More case numbers than can have been issued since the last take-in that ended.
const UNSETTLED: i64 = 10_000;

/// How many reports arrived, asked under the lease. A counter that was put back is raised to the numbers known to be
/// issued. A report that arrived meanwhile under an old number counts as a gap like any other.
pub(super) fn arrived(desk: &Desk, state: &mut StoredTakeIn) -> Result<i64, Failure> {
    let counted = counted(desk)?;
    if counted >= state.done {
        return Ok(counted);
    }
    let now = desk.now();
    let overlooked = arrival::waiting(&desk.inbox)?.into_iter().filter(|number| *number <= state.done);
    let new: Vec<i64> = overlooked.filter(|number| !state.gaps.iter().any(|(gap, _)| gap == number)).collect();
    state.gaps.extend(new.into_iter().map(|number| (number, now)));
    bring(&desk.inbox.pointers, &cell::ARRIVALS, counted, state.done)
}

/// Moves a counter from one number to another. It ends further by as many numbers as others gave out meanwhile. A
/// distance that does not fit in one step takes a second step.
fn bring<A: Area>(vault: &Vault<A>, counter: &Cell<A, Count>, from: i64, to: i64) -> Result<i64, Failure> {
    let step = to.saturating_sub(from);
    let at = vault.next_numbers(counter, step)?;
    match to.wrapping_sub(from).wrapping_sub(step) {
        0 => Ok(at),
        rest => vault.next_numbers(counter, rest),
    }
}

/// Passes over numbers that were never issued, up to the next arrival or to the last number. Only numbers up to `slow`
/// may still belong to a request that has not ended.
pub(super) fn pass_over(desk: &Desk, state: &mut StoredTakeIn, slow: i64, arrived: i64) -> Result<(), Failure> {
    state.gaps.retain(|(number, _)| *number <= slow);
    let next = arrival::waiting(&desk.inbox)?.into_iter().filter(|number| *number > state.cleared).min();
    let upto = next.map_or(arrived, |number| number - 1).min(arrived).max(state.cleared);
    (state.done, state.cleared) = (upto.max(state.done), upto);
    Ok(())
}

/// The last arrival number issued. A damaged counter begins again; one that is behind is raised by [`arrived`].
pub(crate) fn counted(desk: &Desk) -> Result<i64, Failure> {
    desk.inbox.pointers.numbers_after(&cell::ARRIVALS, 0, || arrival::last_waiting(&desk.inbox))
}

/// Sets the counter of case numbers to the last number that a case has, when the counter has an impossible value or
/// cannot be read. Otherwise a second case would get the same number, or the number would not fit. Under the lease
/// nobody else gives out numbers.
pub(super) fn numbered(desk: &Desk, state: &StoredTakeIn) -> Result<(), Failure> {
    let given = desk.cases.numbers_after(&cell::NUMBERS, 0, || last_listed(desk, state.numbered))?;
    if (state.numbered..=state.numbered + UNSETTLED).contains(&given) {
        return Ok(());
    }
    let last = last_listed(desk, state.numbered)?;
    bring(&desk.cases, &cell::NUMBERS, given, last).map(drop)
}

/// The last case number issued, for lists: where the counter cannot be read, the last number on the list.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn last_number(desk: &Desk) -> Result<i64, Failure> {
    match desk.cases.last_number(&cell::NUMBERS) {
        Err(Failure::Unreadable(_)) => last_listed(desk, settled(desk)?),
        other => other,
    }
}

/// The chunks in which there are numbers.
pub(crate) fn chunks(desk: &Desk) -> Result<Range<u32>, Failure> {
    let last = u32::try_from(last_number(desk)?).unwrap_or(u32::MAX);
    Ok(0..if last == 0 { 0 } else { chunk_of(last) + 1 })
}

/// The last number with a line; this one when no later number has any.
pub(super) fn last_listed(desk: &Desk, settled: i64) -> Result<i64, Failure> {
    let of = |number: i64| u32::try_from(number).map_err(|_| Failure::Unreadable(Kind::TakeIn.word()));
    let from = chunk_of(of(settled + 1)?);
    let is_there = |chunk: i64| chunk::is_there(desk, of(chunk)?);
    let last = of(last_used(i64::from(from), is_there)?)?;
    for chunk in (from..=last).rev() {
        let listed = lines::listed(desk, chunk)?.iter().map(|row| i64::from(row.number.sequence)).max();
        if let Some(number) = listed.filter(|number| *number > settled) {
            return Ok(number);
        }
    }
    Ok(settled)
}

#[cfg(test)]
mod tests;
