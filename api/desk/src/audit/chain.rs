use super::{
    BATCH, Found, PURPOSE, StoredLine, checkpoint,
    link::{link, start},
    numbers::issue,
    read,
    sealed::StoredSeal,
};
use crate::Desk;
use kit::Failure;
use shared::{
    audit::{AuditAction, AuditLine, Head, Outcome},
    moment::Moment,
};
use std::collections::HashMap;

/// After this time a number without a line never gets one, because a request lasts at most thirty seconds.
const PROVEN_SECONDS: i64 = 600;

/// Adds the lines written since the last time to the chain, voids numbers that will never get a line, and logs the
/// head. Answers how many lines were added. Two at the same time compute the same; one of them is kept.
///
/// # Errors
/// [`Failure::Unreadable`] for a seal or a counter that cannot be read; [`Failure::Unavailable`]. A line that cannot be
/// read gets its place in the chain without its MAC.
pub fn seal(desk: &Desk) -> Result<i64, Failure> {
    let (mut sealed, now) = (0, desk.now());
    if desk.cases.standing(&StoredSeal::CELL)?.is_none() {
        let seen = (issue(desk, 0)?, now);
        desk.cases.set(&StoredSeal::CELL, &StoredSeal { head: start(), seen })?;
    }
    while let Some(standing) = desk.cases.standing(&StoredSeal::CELL)? {
        let before = &standing.value;
        let mut given = issue(desk, 0)?;
        // a counter that was put back: no line is written over another
        if (0..before.head.number).contains(&given) {
            given = issue(desk, before.head.number - given)?;
        }
        let head = step(desk, before, given, now)?;
        let waits = now < before.seen.1.plus_seconds(PROVEN_SECONDS);
        let seen = if waits || before.seen.0 > head.number { before.seen } else { (given, now) };
        let added = head.number - before.head.number;
        let after = StoredSeal { head, seen };
        if after != *before && !desk.cases.replace(&StoredSeal::CELL, &standing, &after)? {
            break;
        }
        sealed += added;
        if added > 0 {
            eprintln!("audit: head {} {}", after.head.number, after.head.hash);
        }
        if added < BATCH {
            break;
        }
    }
    Ok(sealed)
}

/// The head of the chain as it is stored.
///
/// # Errors
/// [`Failure::Unreadable`], [`Failure::Unavailable`].
pub fn head(desk: &Desk) -> Result<Head, Failure> {
    Ok(desk.cases.get(&StoredSeal::CELL)?.map_or_else(start, |stored| stored.head))
}

/// The head after at most one batch.
fn step(desk: &Desk, before: &StoredSeal, given: i64, now: Moment) -> Result<Head, Failure> {
    let first =
        before.head.number.checked_add(1).filter(|first| *first >= 1).ok_or(Failure::Unreadable("audit seal"))?;
    let last = given.min(before.head.number.saturating_add(BATCH));
    let Found { lines, unreadable } = read(desk, first, last)?;
    // so many in a row were never issued: with a damaged counter, numbers would be voided without end
    if lines.is_empty() && unreadable.is_empty() && last - first >= BATCH - 1 {
        return Err(Failure::Unreadable("audit counter"));
    }
    let mut lines: HashMap<i64, StoredLine> = lines.into_iter().collect();
    let proven = now >= before.seen.1.plus_seconds(PROVEN_SECONDS);
    let mut head = before.head.clone();
    for number in first..=last {
        let is_over = proven && number <= before.seen.0;
        let mac = match lines.remove(&number) {
            Some(line) => line.mac,
            // it stays as it is, and every check of the audit names it
            None if is_over && unreadable.contains(&number) => String::new(),
            None if is_over => void(desk, number, before.seen.1)?.mac,
            None => break,
        };
        head = link(&head, number, &mac);
        checkpoint::keep(desk, &head)?;
    }
    Ok(head)
}

/// The same for every caller that voids this number, so that two at the same time write equal values.
pub(super) fn void(desk: &Desk, number: i64, at: Moment) -> Result<StoredLine, Failure> {
    let line = AuditLine {
        number,
        at,
        actor: None,
        action: AuditAction::VoidNumber,
        object: "logboek".into(),
        outcome: Outcome::Void,
        origin: "review onderhoud".into(),
        reason: None,
        trace: String::new(),
        repeated: None,
    };
    let stored = StoredLine::new(line, &desk.derive(PURPOSE)?)?;
    desk.cases.set(&StoredLine::cell(number), &stored)?;
    Ok(stored)
}
