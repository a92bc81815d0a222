//! Due work looks at the whole audit, over and over, so many lines at a time. So a check by the FG costs a handful of
//! reads, however long the audit is, and a change in an old line is found within a day or a few.
use super::{
    checkpoint,
    link::start,
    walk::{Walk, sealed_head},
};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    audit::{AuditFinding, Head, WholeCheck},
    moment::Moment,
};

/// Lines that one run of due work looks at.
pub(super) const PORTION: i64 = 2000;
/// A round begins no sooner than this after the one before ended.
const APART_SECONDS: i64 = 24 * 3600;
/// The most findings that are kept: the record stays small, and so many say enough.
const MOST_FINDINGS: usize = 100;

/// How far the checks are, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredCheck {
    /// Everything up to here was looked at, and this is what the chain came to.
    #[serde(rename = "nagekeken")]
    pub verified: Head,
    /// How many voided numbers there are up to there.
    #[serde(rename = "vervallen")]
    pub void: usize,
    /// The round that is under way.
    #[serde(rename = "ronde")]
    pub round: Round,
    /// The last whole round.
    #[serde(rename = "volledig", default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Whole>,
}

/// A round that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Round {
    #[serde(rename = "kop")]
    pub head: Head,
    #[serde(rename = "vervallen")]
    pub void: usize,
    #[serde(rename = "bevindingen", default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<AuditFinding>,
}

/// A round that reached the end of the chain, and the lines that came after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Whole {
    #[serde(rename = "totEnMet")]
    pub to: i64,
    #[serde(rename = "op")]
    pub at: Moment,
    #[serde(rename = "bevindingen", default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<AuditFinding>,
}

impl Whole {
    /// As the FG sees it.
    pub fn seen(&self) -> WholeCheck {
        WholeCheck { to: self.to, at: self.at }
    }
}

impl Round {
    fn at(head: &Head) -> Self {
        Self { head: head.clone(), void: 0, findings: Vec::new() }
    }
}

impl StoredCheck {
    const CELL: Cell<Cases, Self> = cell::audit_checked();

    fn nothing() -> Self {
        let start = start();
        Self { verified: start.clone(), void: 0, round: Round::at(&start), whole: None }
    }

    /// As it is where the lines up to this head were destroyed.
    pub fn from(mut self, begin: &Head) -> Self {
        if self.verified.number < begin.number {
            (self.verified, self.void) = (begin.clone(), 0);
        }
        if self.round.head.number < begin.number {
            self.round.head = begin.clone();
        }
        self
    }
}

/// How far the checks are; one that cannot be read begins anew.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn stored(desk: &Desk) -> Result<StoredCheck, Failure> {
    let read = || Ok(desk.cases.get(&StoredCheck::CELL)?.unwrap_or_else(StoredCheck::nothing));
    desk.healed(&StoredCheck::CELL, || Ok(StoredCheck::nothing()), read)
}

/// Looks at the next lines. Of two at the same time one counts.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn go_on(desk: &Desk) -> Result<(), Failure> {
    let before = stored(desk)?;
    let now = before.clone().from(&checkpoint::begin(desk)?.head);
    let (sealed, _) = sealed_head(desk)?;
    let after = step(desk, now, &sealed)?;
    if after == before {
        return Ok(());
    }
    desk.cases.update(&StoredCheck::CELL, |stored| {
        let is_same = stored.is_none_or(|stored| stored == before);
        Ok(if is_same { Change::Write(after.clone(), ()) } else { Change::Keep(()) })
    })
}

fn step(desk: &Desk, mut check: StoredCheck, sealed: &Head) -> Result<StoredCheck, Failure> {
    let now = desk.now();
    let is_resting = check.whole.as_ref().is_some_and(|whole| {
        // a clock that was set back makes nobody wait longer
        whole.at <= now && now < whole.at.plus_seconds(APART_SECONDS)
    });
    if is_resting && let Some(whole) = &mut check.whole {
        let mut walk = Walk::from(desk, check.verified.clone(), sealed.number, &[sealed])?;
        walk.go(sealed.number.min(check.verified.number.saturating_add(PORTION)))?;
        add(&mut whole.findings, walk.findings);
        whole.to = whole.to.max(walk.head.number);
        (check.verified, check.void) = (walk.head, check.void + walk.void);
        return Ok(check);
    }
    let mut walk = Walk::from(desk, check.round.head.clone(), sealed.number, &[sealed])?;
    walk.go(sealed.number.min(check.round.head.number.saturating_add(PORTION)))?;
    let is_over = walk.head.number >= sealed.number;
    walk.without.iter().try_for_each(|head| checkpoint::keep(desk, head))?;
    check.round.void += walk.void;
    add(&mut check.round.findings, walk.findings);
    check.round.head = walk.head;
    if check.round.head.number >= check.verified.number {
        (check.verified, check.void) = (check.round.head.clone(), check.round.void);
    }
    if is_over {
        let begin = checkpoint::begin(desk)?.head;
        let done = std::mem::replace(&mut check.round, Round::at(&begin));
        check.whole = Some(Whole { to: done.head.number, at: now, findings: done.findings });
    }
    Ok(check)
}

fn add(kept: &mut Vec<AuditFinding>, more: Vec<AuditFinding>) {
    for finding in more {
        if kept.len() < MOST_FINDINGS && !kept.contains(&finding) {
            kept.push(finding);
        }
    }
}
