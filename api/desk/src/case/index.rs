//! The worklist's lines, in chunks of consecutive case numbers, and which chunks hold open cases: any list costs a
//! handful of reads, however many cases are closed.
use super::keys::StoredKey;
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
use std::collections::{BTreeMap, BTreeSet};

/// Consecutive case numbers in one chunk of lines; some 20 KB.
const ROWS_PER_CHUNK: u32 = 50;

/// The cell of the open index: the numbers of the chunks that hold open cases.
pub(super) const OPEN: Cell<Cases, BTreeSet<u32>> = cell::open();

/// The cell with the lines of a chunk.
pub(super) fn rows_of(chunk: u32) -> Cell<Cases, Vec<Row>> {
    cell::rows(chunk)
}

/// The chunk of a case number.
#[must_use]
pub fn chunk_of(sequence: u32) -> u32 {
    sequence.saturating_sub(1) / ROWS_PER_CHUNK
}

/// Puts the lines of these cases.
pub(super) fn put(desk: &Desk, cases: &[Case]) -> Result<(), Failure> {
    let mut chunks: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    for row in cases.iter().map(Row::of) {
        chunks.entry(chunk_of(row.number.sequence)).or_default().push(row);
    }
    for (chunk, rows) in chunks {
        let any_open = desk.cases.update(&rows_of(chunk), |stored| {
            let merged = merge(stored.unwrap_or_default(), &rows);
            let any_open = merged.iter().any(Row::is_open);
            Ok(Change::Write(merged, any_open))
        })?;
        mark(desk, chunk, any_open)?;
    }
    Ok(())
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
    let any_open = desk.cases.update(&rows_of(chunk), |stored| {
        let mut rows = stored.unwrap_or_default();
        let before = rows.len();
        rows.retain(|row| row.id != *id);
        let any_open = rows.iter().any(Row::is_open);
        Ok(if rows.len() == before { Change::Keep(any_open) } else { Change::Write(rows, any_open) })
    })?;
    mark(desk, chunk, any_open)
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

/// Keeps the set of chunks with open cases. A chunk that just lost its last open case is read again inside the
/// decision, because another case of it may have been reopened meanwhile.
fn mark(desk: &Desk, chunk: u32, any_open: bool) -> Result<(), Failure> {
    desk.cases.update(&OPEN, |stored| {
        let mut chunks = stored.unwrap_or_default();
        let open = any_open || chunk_rows(desk, chunk)?.iter().any(Row::is_open);
        let changed = if open { chunks.insert(chunk) } else { chunks.remove(&chunk) };
        Ok(if changed { Change::Write(chunks, ()) } else { Change::Keep(()) })
    })
}

/// The lines of one chunk.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub(crate) fn chunk_rows(desk: &Desk, chunk: u32) -> Result<Vec<Row>, Failure> {
    Ok(desk.cases.get(&rows_of(chunk))?.unwrap_or_default())
}

/// The line of one case number.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn row(desk: &Desk, sequence: u32) -> Result<Option<Row>, Failure> {
    let rows = chunk_rows(desk, chunk_of(sequence))?;
    Ok(rows.into_iter().find(|row| row.number.sequence == sequence))
}

/// The lines of all open cases, in no order.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn open_rows(desk: &Desk) -> Result<Vec<Row>, Failure> {
    let chunks = desk.cases.get(&OPEN)?.unwrap_or_default();
    let cells: Vec<Cell<Cases, Vec<Row>>> = chunks.into_iter().map(rows_of).collect();
    let rows = desk.cases.get_many(&cells)?.into_iter().flat_map(|(_, rows)| rows);
    Ok(rows.filter(Row::is_open).collect())
}

/// As [`closed_rows_to`], of all closed cases.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn closed_rows(desk: &Desk, page: u32) -> Result<(Vec<Row>, Option<u32>), Failure> {
    closed_rows_to(desk, page, |_| true)
}

/// A page of the closed cases to `keep`, newest first, and the page after it. A page is one chunk of case numbers;
/// chunks without one to keep are passed over, twenty at most.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn closed_rows_to(desk: &Desk, page: u32, keep: impl Fn(&Row) -> bool) -> Result<(Vec<Row>, Option<u32>), Failure> {
    let last = u32::try_from(desk.cases.last_number(&cell::NUMBERS)?).unwrap_or(u32::MAX);
    if last == 0 {
        return Ok((Vec::new(), None));
    }
    let newest = chunk_of(last);
    let mut page = page;
    for _ in 0..20 {
        let Some(chunk) = newest.checked_sub(page - 1) else { return Ok((Vec::new(), None)) };
        let mut rows = chunk_rows(desk, chunk)?;
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
