//! The lines of one chunk. They follow from cases, so lines that cannot be read are made again.
use super::{
    chunk::{chunk_of, rows_of},
    ids,
};
use crate::Desk;
use kit::{Failure, store::Change};
use shared::case::Row;

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

/// Changes a chunk of lines.
pub(super) fn change<R>(
    desk: &Desk,
    chunk: u32,
    decide: impl Fn(Vec<Row>) -> Change<Vec<Row>, R>,
) -> Result<R, Failure> {
    let work = || desk.cases.update(&rows_of(chunk), |stored| Ok(decide(stored.unwrap_or_default())));
    desk.healed(&rows_of(chunk), || ids::lines(desk, chunk), work)
}
