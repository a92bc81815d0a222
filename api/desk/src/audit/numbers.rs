//! The numbers of the audit's lines.
use super::{StoredLine, sealed::StoredSeal};
use crate::Desk;
use kit::{
    Failure,
    store::{cell, last_used},
};

/// Issues `count` numbers, and answers the last one issued. A counter that cannot be read goes on after the last line,
/// so no line is written over another.
pub(super) fn issue(desk: &Desk, count: i64) -> Result<i64, Failure> {
    let last = || {
        let sealed = desk.cases.get(&StoredSeal::CELL).or_else(|failure| failure.unless_damaged(None))?;
        let from = sealed.map_or(0, |sealed| sealed.head.number);
        last_used(from, |number| desk.cases.exists(&StoredLine::cell(number)))
    };
    desk.cases.numbers_after(&cell::AUDIT_NUMBERS, count, last)
}
