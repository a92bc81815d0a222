//! The lines of one chunk. They follow from cases, so lines that cannot be read are made again.
use super::{
    chunk::{chunk_of, lines_of, stored, vault},
    ids,
};
use crate::Desk;
use kit::{
    Failure,
    store::{Change, Vault, cell::CaseRecords},
};
use shared::case::Row;

/// The lines of one chunk. If they cannot be read they are made again from the cases.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Unreadable`] when it is not known which cases they were.
pub(crate) fn chunk_rows(desk: &Desk, chunk: u32) -> Result<Vec<Row>, Failure> {
    with_vault(desk, chunk, |vault| stored(desk, vault, chunk))
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
    with_vault(desk, chunk, |vault| {
        vault.update(&lines_of(chunk), |found| {
            let rows = if let Some(rows) = found { rows } else { stored(desk, vault, chunk)? };
            Ok(decide(rows))
        })
    })
}

/// Does `work` with the vault of a chunk. After its key was read the chunk may have been sealed with another one: then
/// the key is read once more, before lines that cannot be read are made again.
fn with_vault<R>(
    desk: &Desk,
    chunk: u32,
    work: impl Fn(&Vault<CaseRecords>) -> Result<R, Failure>,
) -> Result<R, Failure> {
    match work(&vault(desk, chunk)?) {
        Err(Failure::Unreadable(_)) => {
            let now = vault(desk, chunk)?;
            desk.healed_in(&now, &lines_of(chunk), || ids::lines(desk, chunk), || work(&now))
        }
        other => other,
    }
}
