//! The worklist's lines, in chunks of consecutive case numbers. What there is to say of the open ones without reading
//! them is in [`super::open`].
use super::{
    chunk::{self, chunk_of},
    counters, ids,
    keys::StoredKey,
    lines::{change, listed, row},
    open,
};
use crate::Desk;
use kit::{Failure, store::Change};
use shared::{
    case::{Case, Row},
    id::CaseId,
};
use std::collections::BTreeMap;

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

/// Takes the line of a destroyed case off the list. The lines that stay get a new key, so that no older copy tells of
/// this case.
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
    chunk::renew(desk, chunk, |_| true)?;
    open::follow(desk, chunk)
}

/// The later revision of a line wins, so that a slow writer cannot put back an older one. Of the same revision the new
/// one does: a later version of Meldroute may say more in it.
fn merge(mut stored: Vec<Row>, rows: &[Row]) -> Vec<Row> {
    for row in rows {
        match stored.iter_mut().find(|earlier| earlier.id == row.id) {
            Some(earlier) if earlier.revision <= row.revision => {
                // a first look changes no revision, so a slow writer may not have seen it
                let looked_at = earlier.revision == row.revision && earlier.unopened.is_none();
                *earlier = Row { unopened: row.unopened.filter(|_| !looked_at), ..row.clone() };
            }
            Some(_) => {}
            None => stored.push(row.clone()),
        }
    }
    stored.sort_by_key(|row| row.number.sequence);
    stored
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
    let Some(newest) = counters::chunks(desk)?.last() else { return Ok((Vec::new(), None)) };
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
