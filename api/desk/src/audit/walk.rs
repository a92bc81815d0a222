//! Looks at lines one after the other, and makes the chain again.
use super::{
    BATCH, Found, PURPOSE, StoredLine,
    checkpoint::{EVERY, StoredCheckpoint},
    link::{link, start},
    read,
    sealed::StoredSeal,
};
use crate::{Desk, instance::Roots};
use kit::Failure;
use shared::audit::{AuditFinding, Head, Outcome, Wrong};
use std::collections::HashMap;

/// After so many empty batches in a row the walk ends: a counter or a seal that says there is more is itself wrong.
const EMPTY: usize = 20;

/// A walk along the lines.
pub(super) struct Walk<'a> {
    desk: &'a Desk,
    /// The keys of the MACs, one for each root.
    marks: Roots,
    /// How far it is, and what the chain comes to there.
    pub head: Head,
    /// Up to here every number has a line.
    sealed: i64,
    /// Heads that the chain came to before, as they are stored.
    known: Vec<Head>,
    /// A head that somebody kept elsewhere.
    exported: Option<Head>,
    /// How many voided numbers there were.
    pub void: usize,
    /// What was wrong.
    pub findings: Vec<AuditFinding>,
    /// Where a checkpoint should be and is none.
    pub without: Vec<Head>,
}

impl<'a> Walk<'a> {
    /// A walk that begins after the line of this head. It compares with `known`, and with the heads at which a later
    /// root began.
    pub fn from(desk: &'a Desk, head: Head, sealed: i64, known: &[&Head]) -> Result<Self, Failure> {
        let roots = desk.roots()?;
        let known = known.iter().copied().chain(roots.beginnings()).cloned().collect();
        let (marks, void, findings, without) = (roots.derived(PURPOSE), 0, Vec::new(), Vec::new());
        Ok(Self { desk, marks, head, sealed, known, exported: None, void, findings, without })
    }

    /// The same, which compares with a head that somebody kept elsewhere too.
    pub fn and_with(self, exported: Option<&Head>) -> Self {
        Self { exported: exported.cloned(), ..self }
    }

    /// Goes on to this line.
    pub fn go(&mut self, to: i64) -> Result<(), Failure> {
        let mut empty = 0;
        while self.head.number < to {
            let first = self.head.number + 1;
            // batches end at whole five hundreds, so a checkpoint is at the end of one
            let last = to.min((first - 1) / BATCH * BATCH + BATCH);
            let Found { lines, unreadable } = read(self.desk, first, last)?;
            empty = if lines.is_empty() && unreadable.is_empty() { empty + 1 } else { 0 };
            if empty > EMPTY {
                self.findings.push(AuditFinding { number: to, wrong: Wrong::Chain });
                return Ok(());
            }
            let mut lines: HashMap<i64, StoredLine> = lines.into_iter().collect();
            for number in first..=last {
                let line = lines.remove(&number);
                self.look(number, line.as_ref(), unreadable.contains(&number))?;
                self.compare();
            }
            self.compare_checkpoint(last)?;
        }
        Ok(())
    }

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

    /// At the line where a head was taken: whether the chain comes to the same. After a stored head it goes on from
    /// that one, so that one fault is one finding, and not one at every later head too.
    pub fn compare(&mut self) {
        let is_other = |known: &&Head| known.number == self.head.number && known.hash != self.head.hash;
        let stored = self.known.iter().find(is_other).cloned();
        if stored.is_some() || self.exported.as_ref().is_some_and(|one| is_other(&one)) {
            self.chain_is_wrong(self.head.number);
        }
        self.head = stored.unwrap_or_else(|| self.head.clone());
    }

    fn chain_is_wrong(&mut self, number: i64) {
        let finding = AuditFinding { number, wrong: Wrong::Chain };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// At a checkpoint: whether the chain came to the same there.
    fn compare_checkpoint(&mut self, last: i64) -> Result<(), Failure> {
        if last % EVERY != 0 || last > self.sealed {
            return Ok(());
        }
        match self.desk.cases.get(&StoredCheckpoint::cell(last)) {
            Ok(Some(stored)) if stored.head != self.head => {
                self.chain_is_wrong(last);
                self.head = stored.head;
            }
            Ok(Some(_)) => {}
            // an audit of before checkpoints has none
            Ok(None) => self.without.push(self.head.clone()),
            Err(Failure::Unreadable(_)) => self.chain_is_wrong(last),
            Err(other) => return Err(other),
        }
        Ok(())
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

/// The head as it is stored, and what is wrong with it.
pub(super) fn sealed_head(desk: &Desk) -> Result<(Head, Option<AuditFinding>), Failure> {
    let wrong = |number: i64| Some(AuditFinding { number, wrong: Wrong::Chain });
    match desk.cases.get(&StoredSeal::CELL) {
        Ok(stored) => {
            let head = stored.map_or_else(start, |stored| stored.head);
            let found = if head.number < 0 { wrong(head.number) } else { None };
            Ok((head, found))
        }
        Err(Failure::Unreadable(_)) => Ok((start(), wrong(0))),
        Err(other) => Err(other),
    }
}
