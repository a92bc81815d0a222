//! Settings (inrichting) that the functioneel beheerder changes on screen. Every change is a version of one part: who,
//! when, how it was and how it is. Taking one back is a change too. A change of numbers, functions or terms waits for
//! an AF or the FG. A list of signals that is read in is kept for good, because reports are made on it.
//!
//! What holds is sealed in the store of cases; `review` reads that. A copy without the achterwacht is in the inbox, for
//! `intake`; it follows from the first, and due work writes it again.
mod change;
mod lists;
mod names;
mod page;
mod shown;
mod standing;
#[cfg(test)]
mod tests;
mod update;

pub use change::{answer, command, kind_of};
pub use lists::lists;
pub use page::page;
pub use shown::show;

use crate::{Desk, instance::StoredSettings};
use kit::{
    Failure,
    store::{Record, cell::Cases},
};

/// The record to begin with, where it is not there yet.
pub(crate) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&StoredSettings::CELL)
}
