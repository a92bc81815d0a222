//! Searching cases, newest first. One request does a bounded amount of work, says how far it got, and the next one goes
//! on from there; so it costs the same with a hundred cases as with a hundred thousand. Only what the caller may see is
//! searched and counted.
use super::{chunk::ROWS_PER_CHUNK, chunk_of, clues, counters, lines::listed, load::load, open::Open};
use crate::Desk;
use kit::Failure;
use shared::{
    case::{
        Case, Row,
        clue::{Clue, Shelf, clues as clues_of, shelf},
    },
    contract::PAGE_SIZE,
};
use std::collections::BTreeSet;

/// The most chunks of lines that one request reads.
const MOST_CHUNKS: usize = 40;
/// The most cases that one request opens: each is two reads.
const MOST_CASES: usize = 50;

/// The outcome of one request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The lines of what was found.
    pub rows: Vec<Row>,
    /// How many cases that the caller may see were searched.
    pub searched: usize,
    /// The next request looks at lower numbers than this; none when all were searched.
    pub next: Option<u32>,
}

/// Searches open cases with a number below `before`, in these chunks: those that `sees` lets the caller see and
/// `matches` finds something in.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn search_open(
    desk: &Desk,
    open: &Open<'_>,
    before: u32,
    sees: impl Fn(&Row) -> bool,
    chunks: &[u32],
    matches: impl Fn(&Case) -> bool,
) -> Result<Found, Failure> {
    let mut found = Found::default();
    for chunk in bounded(chunks.iter().rev().copied(), before, &mut found) {
        for row in open.rows(chunk)?.iter().rev().filter(|row| row.number.sequence < before && row.is_open()) {
            if !sees(row) {
                continue;
            }
            if found.searched == MOST_CASES {
                found.next = Some(row.number.sequence.saturating_add(1));
                return Ok(found);
            }
            found.searched += 1;
            match load(desk, &row.id) {
                // the line may be older than the case
                Ok(case) if sees(&Row::of(&case.value)) && matches(&case.value) => found.rows.push(row.clone()),
                // not this one, or it was destroyed meanwhile
                Ok(_) | Err(Failure::Problem(..)) => {}
                Err(failure) => failure.unless_damaged(())?,
            }
        }
    }
    Ok(found)
}

/// Searches the lines of closed cases with a number below `before`.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn search_closed(
    desk: &Desk,
    before: u32,
    sees: impl Fn(&Row) -> bool,
    matches: impl Fn(&Row) -> bool,
) -> Result<Found, Failure> {
    let mut found = Found::default();
    for chunk in bounded(counters::chunks(desk)?.rev(), before, &mut found) {
        let rows = listed(desk, chunk)?;
        for row in rows.iter().rev().filter(|row| row.number.sequence < before && !row.is_open() && sees(row)) {
            found.searched += 1;
            if matches(row) {
                found.rows.push(row.clone());
            }
        }
        if found.rows.len() >= PAGE_SIZE && chunk > 0 {
            found.next = Some(first_of(chunk));
            return Ok(found);
        }
    }
    Ok(found)
}

/// Finds the closed cases with a number below `before` that have one of these clues, by the index of clues: it reads
/// the lines of those alone, and opens the cases that `sees` lets the caller see and that `fits` allows. Somebody for
/// whom there is nothing on the first lines is not told that there are more.
///
/// # Errors
/// [`Failure::Unreadable`] when a part of the index cannot be read; [`Failure::Unavailable`].
pub fn search_clues(
    desk: &Desk,
    before: u32,
    sought: &BTreeSet<Clue>,
    sees: impl Fn(&Row) -> bool,
    fits: impl Fn(&Row) -> bool,
) -> Result<Found, Failure> {
    let mut found = Found::default();
    let numbers = clues::with_clues(desk, Shelf::Closed, sought)?;
    let (mut chunks, mut chunk) = (0, None::<(u32, Vec<Row>)>);
    for number in numbers.into_iter().rev().filter(|number| *number < before) {
        let at = chunk_of(number);
        if chunk.as_ref().is_none_or(|(read, _)| *read != at) {
            if chunks == MOST_CHUNKS || found.searched >= MOST_CASES {
                found.next = (found.searched > 0).then_some(number.saturating_add(1));
                break;
            }
            chunks += 1;
            chunk = Some((at, listed(desk, at)?));
        }
        let rows = chunk.iter().flat_map(|(_, rows)| rows);
        let row = rows.into_iter().find(|row| row.number.sequence == number && !row.is_open() && sees(row));
        let Some(row) = row.filter(|row| fits(row)) else { continue };
        match load(desk, &row.id) {
            Ok(case) if sees(&Row::of(&case.value)) && has_any(&case.value, sought) => {
                found.searched += 1;
                found.rows.push(row.clone());
            }
            // the index may be older than the case, or it was destroyed meanwhile
            Ok(_) | Err(Failure::Problem(..)) => {}
            Err(failure) => failure.unless_damaged(())?,
        }
    }
    Ok(found)
}

fn has_any(case: &Case, sought: &BTreeSet<Clue>) -> bool {
    shelf(case) == Some(Shelf::Closed) && !clues_of(case).is_disjoint(sought)
}

/// The chunks, newest first, that one request may read; where it stops short of the last, that is noted.
fn bounded(chunks: impl Iterator<Item = u32>, before: u32, found: &mut Found) -> Vec<u32> {
    let newest = chunk_of(before.saturating_sub(1));
    let mut chunks = chunks.filter(|chunk| *chunk <= newest);
    let now: Vec<u32> = chunks.by_ref().take(MOST_CHUNKS).collect();
    found.next = chunks.next().and_then(|_| now.last().map(|chunk| first_of(*chunk)));
    now
}

/// The first number of a chunk.
fn first_of(chunk: u32) -> u32 {
    chunk.saturating_mul(ROWS_PER_CHUNK).saturating_add(1)
}
