//! Cases and the lists of them. The case record is the truth; every list can be thrown away and made again.
mod counters;
pub mod exclusions;
mod ids;
mod index;
mod keys;
mod load;
mod marked;
mod open;
mod reindex;
pub mod relations;
mod renew;
pub mod requests;
pub mod restored;
mod save;
mod take_in;
mod taken_in;
mod unreadable;

pub(crate) use index::{all_chunks as chunks, forget, listed};
pub use index::{chunk_of, closed_rows, closed_rows_to, row as numbered};
pub(crate) use keys::record;
pub use load::load;
pub use open::{Lines, Open, open, open_lines, open_rows};
pub use reindex::{Reindexed, reindex};
pub use renew::{renew, renew_unused};
pub use save::{Saved, repair, save};
pub use take_in::{take_in, take_in_again, take_in_or_wait};
pub use taken_in::{TakenIn, taken_in};
pub use unreadable::unreadable;

use crate::Desk;
use kit::{
    Failure,
    store::{Record, cell::Cases},
};

/// The records that cases begin with, where they are not there yet.
pub(crate) fn first_records(desk: &Desk) -> Result<Vec<Record<Cases>>, Failure> {
    let first = [
        desk.cases.first(&taken_in::StoredTakeIn::CELL)?,
        open::first_record(desk)?,
        desk.cases.first(&requests::REQUESTS)?,
        desk.cases.first(&exclusions::EXCLUSIONS)?,
        relations::first_record(desk)?,
    ];
    Ok(first.into_iter().flatten().collect())
}

#[cfg(test)]
pub(crate) mod tests;
