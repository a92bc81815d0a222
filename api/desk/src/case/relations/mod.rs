//! The relations of AFs to cases: stand-ins, hand-overs, cases opened by break-glass, and what follows from them
//! whenever a case is read. The rules are in [`shared::access`]; their input is here.
//!
//! Every handler that reads a case or a list of cases goes through here: [`see`] for one case,
//! [`shared::access::Viewer::relation`] for the lines of a list.
mod hand_over;
mod opening;
mod seen;
mod stand_in;
mod stored;
#[cfg(test)]
mod tests;

pub use hand_over::hand_over;
pub(super) use opening::{note, note_unless};
pub use opening::{open, openings};
pub use seen::{Seen, of_today, opened, see, viewer};
pub use stand_in::{add, covers, covers_for, end, end_all, mine, start};
pub(super) use stored::{first_record, is_damaged};

use crate::{Desk, account, case::Open};
use kit::Failure;
use shared::{access::Colleague, case::Exclusions};

/// The numbers of open cases that no AF who can log in may see, in order. Nobody would notice these cases.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn without_officer(desk: &Desk, open: &Open<'_>) -> Result<Vec<shared::id::CaseNumber>, Failure> {
    let (officers, today) = (account::colleagues(desk, &account::all(desk)?)?, desk.now().day());
    let left = |exclusions: &Exclusions| {
        let excluded = |one: &Colleague| exclusions.excludes(&one.id, one.function.as_ref(), today);
        officers.iter().any(|one| one.active && !excluded(one))
    };
    let rows = open.lines(|group| !left(&group.exclusions), |row| !left(&row.exclusions))?;
    let mut numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
    numbers.sort_unstable();
    Ok(numbers)
}
