//! Lines whose term is over are destroyed, a thousand at a time. First their certificate is written, then where the
//! kept lines begin, then they are deleted. It may stop anywhere, and due work goes on.
use super::{
    BATCH, StoredLine,
    checkpoint::{self, Destroyed, EVERY, StoredBegin, StoredCheckpoint},
    read,
    rounds::{self, Whole},
};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{Cases, Cell, Key},
    },
};
use shared::{
    moment::{Day, Moment},
    retention::Length,
};

/// Ranges that one run of due work destroys.
pub(super) const RANGES: usize = 5;

/// Whether the term of something of this moment is over.
pub(super) fn is_over(last: Moment, term: Length, today: Day) -> bool {
    term.after(last.day()) < today
}

/// Destroys the oldest ranges whose term is over. Only lines that a whole check has looked at: what it found goes in
/// the certificate, so a destruction hides nothing. Answers how many lines there were.
///
/// # Errors
/// [`Failure::Unavailable`]; the rest is left for the next time.
pub fn destroy_due(desk: &Desk) -> Result<i64, Failure> {
    let (term, today) = (desk.profile()?.retention.audit, desk.now().day());
    clear(desk)?;
    let mut destroyed = 0;
    for _range in 0..RANGES {
        let begin = checkpoint::begin(desk)?;
        let Some(next) = next(desk, &begin, (term, today))? else { break };
        desk.cases.set(&StoredCheckpoint::cell(next.head.number), &next)?;
        let at = next.destroyed.as_ref().map(|destroyed| destroyed.at);
        let after = StoredBegin { head: next.head, cleared: begin.cleared, at };
        let done = desk.cases.update(&StoredBegin::CELL, |stored| {
            let is_same = stored.is_none_or(|stored| stored.head == begin.head);
            Ok(if is_same { Change::Write(after.clone(), true) } else { Change::Keep(false) })
        })?;
        if !done {
            break;
        }
        destroyed += EVERY;
        clear(desk)?;
    }
    Ok(destroyed)
}

/// The certificate of the oldest range, if it may go.
fn next(desk: &Desk, begin: &StoredBegin, (term, today): (Length, Day)) -> Result<Option<StoredCheckpoint>, Failure> {
    let end = begin.head.number + EVERY;
    let whole = rounds::stored(desk)?.whole.filter(|whole| whole.to >= end);
    let Some((whole, kept)) = whole.zip(checkpoint::at(desk, end)?) else { return Ok(None) };
    let mut last: Option<Moment> = None;
    let mut first = begin.head.number + 1;
    while first <= end {
        let lines = read(desk, first, end.min(first + BATCH - 1))?.lines;
        last = lines.iter().map(|(_, stored)| stored.line.at).chain(last).max();
        first += BATCH;
    }
    if last.is_some_and(|last| !is_over(last, term, today)) {
        return Ok(None);
    }
    let Whole { findings, .. } = whole;
    let findings = findings.into_iter().filter(|one| (begin.head.number + 1..=end).contains(&one.number)).collect();
    Ok(Some(StoredCheckpoint { head: kept.head, destroyed: Some(Destroyed { at: desk.now(), last, findings }) }))
}

/// Deletes the lines before the beginning that are still there.
fn clear(desk: &Desk) -> Result<(), Failure> {
    let begin = checkpoint::begin(desk)?;
    let to = begin.head.number;
    if begin.cleared >= to {
        return Ok(());
    }
    delete(desk, (begin.cleared, to), StoredLine::cell)?;
    desk.cases.update(&StoredBegin::CELL, |stored| {
        let Some(stored) = stored.filter(|stored| stored.cleared < to) else { return Ok(Change::Keep(())) };
        Ok(Change::Write(StoredBegin { cleared: to, ..stored }, ()))
    })
}

/// Deletes the records after the first number, up to the last.
pub(super) fn delete<T>(
    desk: &Desk,
    (after, last): (i64, i64),
    cell: impl Fn(i64) -> Cell<Cases, T>,
) -> Result<(), Failure> {
    let mut from = after;
    while from < last {
        let to = last.min(from + BATCH);
        let keys: Vec<Key<Cases>> = (from + 1..=to).map(|number| cell(number).to_key()).collect();
        desk.cases.delete_many(&keys)?;
        from = to;
    }
    Ok(())
}
