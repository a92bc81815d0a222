//! The worklist's lines, in chunks of consecutive case numbers. What there is to say of the open ones without reading
//! them is in [`super::open`].
use super::{counters, ids, keys::StoredKey, open};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use shared::{
    case::{Case, Row},
    id::CaseId,
};
use std::{collections::BTreeMap, ops::Range};

/// Consecutive case numbers in one chunk of lines; some 20 KB.
pub(super) const ROWS_PER_CHUNK: u32 = 50;

/// The cell with the lines of a chunk.
pub(super) fn rows_of(chunk: u32) -> Cell<Cases, Vec<Row>> {
    cell::rows(chunk)
}

/// The chunk of a case number.
#[must_use]
pub fn chunk_of(sequence: u32) -> u32 {
    sequence.saturating_sub(1) / ROWS_PER_CHUNK
}

/// Puts the lines of these cases. Lines that cannot be read and not made again are left as they are: the list says that
/// they are missing, and `meldroute lijsten` makes them again.
pub(super) fn put(desk: &Desk, cases: &[Case]) -> Result<(), Failure> {
    let mut chunks: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    for row in cases.iter().map(Row::of) {
        chunks.entry(chunk_of(row.number.sequence)).or_default().push(row);
    }
    for (chunk, rows) in chunks {
        let put = change(desk, chunk, |stored| Change::Write(merge(stored, &rows), ()));
        put.or_else(|failure| failure.unless_damaged(()))?;
        open::follow(desk, chunk)?;
    }
    Ok(())
}

/// Changes a chunk of lines.
fn change<R>(desk: &Desk, chunk: u32, decide: impl Fn(Vec<Row>) -> Change<Vec<Row>, R>) -> Result<R, Failure> {
    let work = || desk.cases.update(&rows_of(chunk), |stored| Ok(decide(stored.unwrap_or_default())));
    desk.healed(&rows_of(chunk), || ids::lines(desk, chunk), work)
}

/// Writes the line of an existing case. If the line is new to the list, the case may have been destroyed during this
/// request: then the line is removed again.
pub(super) fn put_existing(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let (id, sequence) = (&case.origins().id, case.origins().number.sequence);
    let known = row(desk, sequence)?.is_some();
    put(desk, std::slice::from_ref(case))?;
    if known || desk.keys.exists(&StoredKey::cell(id))? {
        return Ok(());
    }
    forget(desk, id, sequence)?;
    Err(Failure::not_found())
}

/// Takes the line of a destroyed case off the list.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget(desk: &Desk, id: &CaseId, sequence: u32) -> Result<(), Failure> {
    let chunk = chunk_of(sequence);
    ids::remove(desk, chunk, id)?;
    change(desk, chunk, |mut rows| {
        let before = rows.len();
        rows.retain(|row| row.id != *id);
        if rows.len() == before { Change::Keep(()) } else { Change::Write(rows, ()) }
    })?;
    open::follow(desk, chunk)
}

/// The later revision of a line wins, so that a slow writer cannot put back an older one. Of the same revision the new
/// one does: a later version of Meldroute may say more in it.
fn merge(mut stored: Vec<Row>, rows: &[Row]) -> Vec<Row> {
    for row in rows {
        match stored.iter_mut().find(|earlier| earlier.id == row.id) {
            Some(earlier) if earlier.revision <= row.revision => *earlier = row.clone(),
            Some(_) => {}
            None => stored.push(row.clone()),
        }
    }
    stored.sort_by_key(|row| row.number.sequence);
    stored
}

/// The chunks in which there are numbers.
pub(crate) fn all_chunks(desk: &Desk) -> Result<Range<u32>, Failure> {
    let last = u32::try_from(counters::last_number(desk)?).unwrap_or(u32::MAX);
    Ok(0..if last == 0 { 0 } else { chunk_of(last) + 1 })
}

/// The lines of one chunk. If they cannot be read they are made again from the cases.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Unreadable`] when it is not known which cases they were.
pub(crate) fn chunk_rows(desk: &Desk, chunk: u32) -> Result<Vec<Row>, Failure> {
    let work = || Ok(desk.cases.get(&rows_of(chunk))?.unwrap_or_default());
    desk.healed(&rows_of(chunk), || ids::lines(desk, chunk), work)
}

/// As [`chunk_rows`], for a list: without those that cannot be read.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn listed(desk: &Desk, chunk: u32) -> Result<Vec<Row>, Failure> {
    chunk_rows(desk, chunk).or_else(|failure| failure.unless_damaged(Vec::new()))
}

/// The line of one case number.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn row(desk: &Desk, sequence: u32) -> Result<Option<Row>, Failure> {
    let rows = chunk_rows(desk, chunk_of(sequence))?;
    Ok(rows.into_iter().find(|row| row.number.sequence == sequence))
}

/// As [`closed_rows_to`], of all closed cases.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn closed_rows(desk: &Desk, page: u32) -> Result<(Vec<Row>, Option<u32>), Failure> {
    closed_rows_to(desk, page, |_| true)
}

/// A page of the closed cases to `keep`, newest first, and the page after it. A page is one chunk of case numbers;
/// chunks without one to keep are passed over, twenty at most.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn closed_rows_to(desk: &Desk, page: u32, keep: impl Fn(&Row) -> bool) -> Result<(Vec<Row>, Option<u32>), Failure> {
    let Some(newest) = all_chunks(desk)?.last() else { return Ok((Vec::new(), None)) };
    let mut page = page;
    for _ in 0..20 {
        let Some(chunk) = newest.checked_sub(page - 1) else { return Ok((Vec::new(), None)) };
        let mut rows = listed(desk, chunk)?;
        rows.retain(|row| !row.is_open() && keep(row));
        rows.reverse();
        let next = (chunk > 0).then_some(page + 1);
        if !rows.is_empty() || next.is_none() {
            return Ok((rows, next));
        }
        page += 1;
    }
    Ok((Vec::new(), Some(page)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_holds_fifty_consecutive_numbers() {
        assert_eq!((chunk_of(1), chunk_of(50), chunk_of(51)), (0, 0, 1));
    }
}
