//! Cases and the lists of them. The case record is the truth; every list can be thrown away and made again.
mod counters;
mod index;
mod keys;
mod renew;
mod save;
mod take_in;
mod taken_in;

pub use index::{chunk_of, closed_rows, closed_rows_to, open_rows, reindex, row as numbered};
pub(crate) use index::{chunk_rows as chunk, forget};
pub use renew::{renew, renew_unused};
pub use save::{Saved, save};
pub(crate) use take_in::prepare;
pub use take_in::{take_in, take_in_or_wait};
pub use taken_in::{TakenIn, taken_in};

use crate::{
    Failure, Kit,
    cell::{self, CaseRecords, Cell},
    vault::Standing,
};
use shared::{
    case::{Case, Row},
    id::CaseId,
};

/// Where the case with this id is kept.
pub(crate) fn record(id: &CaseId) -> Cell<CaseRecords, Case> {
    cell::case(id)
}

/// The case with this id, ready to be replaced.
///
/// # Errors
/// A 404 when there is none; [`Failure::Unreadable`] for a damaged one.
pub fn load(kit: &Kit, id: &CaseId) -> Result<Standing<Case>, Failure> {
    let read = || keys::vault(kit, id)?.standing(&record(id));
    let standing = match read() {
        // after its key was read the case may have been sealed anew, with another
        Err(Failure::Unreadable(_)) => read(),
        other => other,
    };
    standing?.ok_or_else(Failure::not_found)
}

/// Brings the lists in line with a case that was read: after a crash between the case and its line.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn repair(kit: &Kit, case: &Case) -> Result<(), Failure> {
    crate::requests::follow(kit, case)?;
    if index::row(kit, case.origins().number.sequence)?.is_some_and(|row| row == Row::of(case)) {
        return Ok(());
    }
    index::put_existing(kit, case)?;
    save::tell(kit, case)
}

#[cfg(test)]
pub(crate) mod tests;
