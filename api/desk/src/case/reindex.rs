//! Making all lists again.
use super::{
    index::{OPEN, chunk_of, rows_of},
    load::load,
    requests::REQUESTS,
};
use crate::Desk;
use kit::Failure;
use shared::{
    case::{Row, rights::open_requests},
    id::CaseId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Makes all lists anew from the cases with these ids (a scan the administrator's command makes, never a request): also
/// that of requests, so that it names no case that is gone.
/// Answers how many lines there are.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn reindex(desk: &Desk, ids: &[CaseId]) -> Result<usize, Failure> {
    let mut chunks: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    let mut requests = Vec::new();
    for id in ids {
        let case = load(desk, id)?.value;
        requests.extend(open_requests(&case));
        let row = Row::of(&case);
        chunks.entry(chunk_of(row.number.sequence)).or_default().push(row);
    }
    let mut open = BTreeSet::new();
    for (chunk, rows) in &mut chunks {
        rows.sort_by_key(|row| row.number.sequence);
        if rows.iter().any(Row::is_open) {
            open.insert(*chunk);
        }
        desk.cases.set_many(&[desk.cases.record(&rows_of(*chunk), rows)?])?;
    }
    desk.cases.set(&OPEN, &open)?;
    desk.cases.set(&REQUESTS, &requests)?;
    Ok(chunks.values().map(Vec::len).sum())
}
