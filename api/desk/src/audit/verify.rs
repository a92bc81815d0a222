//! Whether the audit is as it was written. A whole check reads every line, for the administrator's command. A request
//! reads the lines after the last ones that due work looked at ([`super::rounds`]), and at most so many.
use super::{
    checkpoint::{self, StoredBegin},
    numbers::issue,
    rounds::{self, StoredCheck},
    walk::{Walk, sealed_head},
};
use crate::Desk;
use kit::Failure;
use shared::audit::{AuditCheck, AuditFinding, Head, Wrong};

/// The most lines that one request looks at.
pub(super) const MOST: i64 = 2000;

/// Makes every MAC and the chain again, and names everything that is wrong. With `exported`, a head that somebody kept
/// elsewhere, also whether the chain had it. Lines that were destroyed after their term are not looked at; the chain
/// goes on from the head in their certificate.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`].
pub fn verify(desk: &Desk, exported: Option<&Head>) -> Result<AuditCheck, Failure> {
    let given = issue(desk, 0)?;
    let (head, wrong) = sealed_head(desk)?;
    let begin = checkpoint::begin(desk)?;
    let StoredCheck { verified, whole, .. } = rounds::stored(desk)?.from(&begin.head);
    // a counter or a seal that was reset: the export shows how far it had come, and so does what was looked at before
    let sealed = head.number.max(exported.map_or(0, |head| head.number)).max(verified.number);
    let mut walk = Walk::from(desk, begin.head.clone(), sealed, &[&head, &verified])?.and_with(exported);
    walk.findings.extend(wrong);
    walk.compare();
    walk.go(given.max(sealed))?;
    let (from, to) = (begin.head.number, walk.head.number);
    let whole = whole.map(|whole| whole.seen());
    let Walk { void, findings, .. } = walk;
    Ok(AuditCheck { head, given, void, findings, destroyed: destroyed(&begin), from, to, whole })
}

/// The same for a request: the lines after the last ones that due work looked at, and what it found before them.
///
/// # Errors
/// As [`verify`].
pub fn check(desk: &Desk) -> Result<AuditCheck, Failure> {
    let given = issue(desk, 0)?;
    let (head, wrong) = sealed_head(desk)?;
    let (begin, stored) = (checkpoint::begin(desk)?, rounds::stored(desk)?);
    let StoredCheck { verified, void, round, whole } = stored.from(&begin.head);
    let mut walk = Walk::from(desk, verified.clone(), head.number, &[&head])?;
    walk.findings.extend(wrong);
    if head.number < verified.number {
        walk.findings.push(AuditFinding { number: verified.number, wrong: Wrong::Chain });
    }
    walk.compare();
    walk.go(given.max(head.number).min(verified.number.saturating_add(MOST)))?;
    let mut findings = whole.as_ref().map_or_else(Vec::new, |whole| whole.findings.clone());
    for finding in round.findings.into_iter().chain(walk.findings) {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    findings.sort_by_key(|finding| finding.number);
    let (from, to, void) = (verified.number, walk.head.number, void + walk.void);
    let whole = whole.map(|whole| whole.seen());
    Ok(AuditCheck { head, given, void, findings, destroyed: destroyed(&begin), from, to, whole })
}

fn destroyed(begin: &StoredBegin) -> i64 {
    begin.head.number
}
