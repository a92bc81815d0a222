//! Making all lists again.
use super::{
    exclusions::EXCLUSIONS,
    index::{OPEN, chunk_of, rows_of},
    load::load,
    requests::REQUESTS,
};
use crate::Desk;
use kit::Failure;
use shared::{
    case::{Row, open_exclusion, open_requests},
    id::CaseId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Rebuilds all lists from the cases with these ids, including those of requests and exclusions, so that no deleted
/// case is named. Only the administrator's command scans for ids, never a request. Answers the number of lines.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn reindex(desk: &Desk, ids: &[CaseId]) -> Result<usize, Failure> {
    let mut chunks: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    let (mut requests, mut exclusions) = (Vec::new(), Vec::new());
    for id in ids {
        let case = load(desk, id)?.value;
        requests.extend(open_requests(&case));
        exclusions.extend(open_exclusion(&case));
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
    desk.cases.set(&EXCLUSIONS, &exclusions)?;
    Ok(chunks.values().map(Vec::len).sum())
}
