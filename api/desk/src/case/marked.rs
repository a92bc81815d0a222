//! Cases that their lines mark, for making a list again that follows from cases.
use super::{counters, lines, load::load};
use crate::Desk;
use kit::Failure;
use shared::case::{Case, Row};

/// Reads the cases whose lines are like this. Lines and cases that cannot be read are left out.
pub(super) fn marked(desk: &Desk, is_like: impl Fn(&Row) -> bool, mut each: impl FnMut(&Case)) -> Result<(), Failure> {
    for chunk in counters::chunks(desk)? {
        for row in lines::listed(desk, chunk)?.iter().filter(|row| is_like(row)) {
            match load(desk, &row.id) {
                Ok(standing) => each(&standing.value),
                // destroyed, and still on the list
                Err(Failure::Problem(..)) => {}
                Err(failure) => failure.unless_damaged(())?,
            }
        }
    }
    Ok(())
}
