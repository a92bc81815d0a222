use super::{
    BATCH, Found, PURPOSE, StoredLine,
    chain::{link, start},
    numbers::issue,
    read,
    sealed::StoredSeal,
};
use crate::{Desk, instance::Roots};
use kit::Failure;
use shared::audit::{AuditCheck, AuditFinding, Head, Outcome, Wrong};
use std::collections::HashMap;

/// After so many empty batches in a row the walk ends: a counter or a seal that says there is more is itself wrong.
const EMPTY: usize = 20;

/// Makes every MAC and the chain again, and names everything that is wrong. With `exported`, a head that somebody kept
/// elsewhere, also whether the chain had it.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`].
pub fn verify(desk: &Desk, exported: Option<&Head>) -> Result<AuditCheck, Failure> {
    let given = issue(desk, 0)?;
    let mut findings = Vec::new();
    let head = match desk.cases.get(&StoredSeal::CELL) {
        Ok(stored) => stored.map_or_else(start, |stored| stored.head),
        Err(Failure::Unreadable(_)) => {
            findings.push(AuditFinding { number: 0, wrong: Wrong::Chain });
            start()
        }
        Err(other) => return Err(other),
    };
    // a counter or a seal that was reset: the export shows how far it had come
    let sealed = head.number.max(exported.map_or(0, |head| head.number));
    let marks = desk.roots()?.derived(PURPOSE);
    let mut walk = Walk { desk, marks, head: start(), sealed, void: 0, findings };
    if head.number < 0 {
        walk.findings.push(AuditFinding { number: head.number, wrong: Wrong::Chain });
    }
    let (mut first, mut empty) = (1, 0);
    while first <= given.max(sealed) {
        let last = given.max(sealed).min(first + BATCH - 1);
        let Found { lines, unreadable } = read(desk, first, last)?;
        empty = if lines.is_empty() && unreadable.is_empty() { empty + 1 } else { 0 };
        if empty > EMPTY {
            walk.findings.push(AuditFinding { number: given.max(sealed), wrong: Wrong::Chain });
            break;
        }
        let mut lines: HashMap<i64, StoredLine> = lines.into_iter().collect();
        for number in first..=last {
            let line = lines.remove(&number);
            walk.look(number, line.as_ref(), unreadable.contains(&number))?;
            walk.compare(&head);
            exported.into_iter().for_each(|exported| walk.compare(exported));
        }
        first = last + 1;
    }
    Ok(AuditCheck { head, given, void: walk.void, findings: walk.findings })
}

struct Walk<'a> {
    desk: &'a Desk,
    /// The keys of the MACs, one for each root.
    marks: Roots,
    head: Head,
    sealed: i64,
    void: usize,
    findings: Vec<AuditFinding>,
}

impl Walk<'_> {
    fn look(&mut self, number: i64, line: Option<&StoredLine>, unreadable: bool) -> Result<(), Failure> {
        let wrong = match line {
            None if unreadable => Some(Wrong::Altered),
            // not sealed yet: its work may still be under way
            None if number > self.sealed => None,
            None => Some(Wrong::Missing),
            Some(stored) if !self.holds(number, stored)? => Some(Wrong::Altered),
            Some(stored) if stored.line.number != number => Some(Wrong::Moved),
            Some(_) => None,
        };
        self.findings.extend(wrong.map(|wrong| AuditFinding { number, wrong }));
        self.void += usize::from(line.is_some_and(|stored| stored.line.outcome == Outcome::Void));
        self.head = link(&self.head, number, line.map_or("", |stored| &stored.mac));
        Ok(())
    }

    /// Whether the line's MAC is from a valid root, perhaps one made after this check began.
    fn holds(&mut self, number: i64, stored: &StoredLine) -> Result<bool, Failure> {
        if is_marked(&self.marks, number, stored)? {
            return Ok(true);
        }
        let now = self.desk.cases.get(&Roots::CELL)?;
        now.into_iter().for_each(|now| self.marks = now.derived(PURPOSE));
        is_marked(&self.marks, number, stored)
    }

    /// At the line where a head was taken: whether the chain comes to the same.
    fn compare(&mut self, head: &Head) {
        let finding = AuditFinding { number: head.number, wrong: Wrong::Chain };
        if self.head.number == head.number && self.head.hash != head.hash && !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

fn is_marked(marks: &Roots, number: i64, stored: &StoredLine) -> Result<bool, Failure> {
    for mark in marks.of_line(number) {
        if stored.holds(mark)? {
            return Ok(true);
        }
    }
    Ok(false)
}
