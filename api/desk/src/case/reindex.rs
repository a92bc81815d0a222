//! Making all lists again.
use super::{
    chunk::{self, chunk_of, lines_of},
    clues,
    exclusions::EXCLUSIONS,
    guard,
    ids::{Ids, ids_of},
    joined, links,
    load::load,
    open,
    requests::REQUESTS,
    reviews::REVIEWS,
};
use crate::Desk;
use kit::Failure;
use shared::{
    case::{Row, kmt::open_links, open_exclusion, open_requests, open_reviews},
    id::CaseId,
};
use std::collections::BTreeMap;

/// What came of making the lists again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reindexed {
    /// How many cases are on the lists.
    pub lines: usize,
    /// The cases that cannot be read, so that nothing can be listed of them.
    pub unreadable: Vec<CaseId>,
}

/// Rebuilds all lists from the cases with these ids, including those of requests, exclusions, days that come back,
/// joined reports and clues, so that no deleted case is named. Only the administrator's command scans for ids, never a
/// request.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn reindex(desk: &Desk, ids: &[CaseId]) -> Result<Reindexed, Failure> {
    let mut unreadable = Vec::new();
    let mut chunks: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    let (mut requests, mut exclusions, mut reviews) = (Vec::new(), Vec::new(), Vec::new());
    let (mut joinings, mut open_to_kmt, mut spots) = (Vec::new(), Vec::new(), Vec::new());
    for id in ids {
        let Some(standing) = load(desk, id).map(Some).or_else(|failure| failure.unless_damaged(None))? else {
            unreadable.push(id.clone());
            continue;
        };
        let case = standing.value;
        requests.extend(open_requests(&case));
        exclusions.extend(open_exclusion(&case));
        reviews.extend(open_reviews(&case));
        joinings.extend(joined::entry(&case));
        open_to_kmt.extend(open_links(&case));
        spots.push(clues::spots(desk, &case)?);
        guard::follow(desk, &case)?;
        let row = Row::of(&case);
        chunks.entry(chunk_of(row.number.sequence)).or_default().push(row);
    }
    for (chunk, rows) in &mut chunks {
        rows.sort_by_key(|row| row.number.sequence);
        let named: Ids = rows.iter().map(|row| (row.number.sequence, row.id.clone())).collect();
        let lines = chunk::vault(desk, *chunk)?.record(&lines_of(*chunk), rows)?;
        desk.cases.set_many(&[lines, desk.cases.record(&ids_of(*chunk), &named)?])?;
        desk.cases.delete(&chunk::earlier(*chunk))?;
    }
    open::write(desk, &chunks)?;
    clues::write(desk, &spots)?;
    desk.cases.set(&REQUESTS, &requests)?;
    desk.cases.set(&EXCLUSIONS, &exclusions)?;
    desk.cases.set(&REVIEWS, &reviews)?;
    desk.cases.set(&joined::JOINED, &joinings)?;
    desk.cases.set(&links::LINKS, &open_to_kmt)?;
    Ok(Reindexed { lines: chunks.values().map(Vec::len).sum(), unreadable })
}
