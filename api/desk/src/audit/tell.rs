//! Writes counted refusals as audit lines: at most once an hour by due work, whenever the FG opens the audit, and for
//! one account right before a successful log-in, so that the failed attempts precede it. However many attempts there
//! were, an hour leaves no more lines than there are accounts and endpoints.
use super::{
    PURPOSE, StoredLine, chain,
    denied::{Counted, PLACES},
    numbers::issue,
    trail::{object, request_to},
};
use crate::Desk;
use kit::{
    Failure, clock, hex,
    inbox::limit::CODE_LIMITED,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use shared::{
    audit::{AuditAction, AuditLine, Denial, Outcome, Repeated},
    contract::Endpoint,
    id::AccountId,
    moment::{Day, Moment},
};
use std::collections::BTreeMap;

/// When refusals were last reported in lines of the audit.
const TOLD: Cell<Cases, Moment> = cell::denied_told();
/// Due work reports no more often.
const APART_SECONDS: i64 = 3600;

/// Reports all counts; answers whether there were any.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn tell_all(desk: &Desk) -> Result<bool, Failure> {
    let denied = tell(desk, |_| true)?;
    Ok(tell_code_brake(desk)? || denied)
}

/// The same, unless anything was reported less than an hour ago.
///
/// # Errors
/// As [`tell_all`].
pub fn tell_due(desk: &Desk) -> Result<(), Failure> {
    let told = desk.cases.get(&TOLD).or_else(|failure| failure.unless_damaged(None))?;
    let now = desk.now();
    // a clock that was set back makes nobody wait longer
    let waits = told.is_some_and(|told| told <= now && now < told.plus_seconds(APART_SECONDS));
    if !waits && tell_all(desk)? {
        desk.cases.set(&TOLD, &now)?;
    }
    Ok(())
}

/// Reports the counts of one account.
///
/// # Errors
/// As [`tell_all`].
pub fn tell_of(desk: &Desk, account: &AccountId) -> Result<(), Failure> {
    tell(desk, |one| one.object == account.as_str()).map(drop)
}

/// Numbers are taken first, as for all work: an interruption then leaves a visible gap.
fn tell(desk: &Desk, fits: impl Fn(&Counted) -> bool) -> Result<bool, Failure> {
    let mut expected = Vec::new();
    for place in 0..PLACES {
        let counted: Option<Vec<Counted>> =
            desk.cases.get(&Counted::cell(place)).or_else(|failure| failure.unless_damaged(None))?;
        gather(&mut expected, counted.into_iter().flatten().filter(&fits));
    }
    if expected.is_empty() {
        return Ok(false);
    }
    let mut numbers = numbers(desk, expected.len())?.into_iter();
    let mut taken = Vec::new();
    for place in 0..PLACES {
        gather(&mut taken, take(desk, &Counted::cell(place), &fits)?.into_iter());
    }
    for one in taken {
        let number = match numbers.next() {
            Some(number) => number,
            None => issue(desk, 1)?,
        };
        write(desk, number, one)?;
    }
    void_rest(desk, numbers)
}

/// Another request reported it at the same moment.
fn void_rest(desk: &Desk, mut numbers: impl Iterator<Item = i64>) -> Result<bool, Failure> {
    numbers.try_for_each(|number| chain::void(desk, number, desk.now()).map(drop))?;
    Ok(true)
}

fn gather(all: &mut Vec<Counted>, more: impl Iterator<Item = Counted>) {
    for one in more {
        match all.iter_mut().find(|other| other.is_like(&one)) {
            Some(other) => other.repeated = other.repeated.with(one.repeated),
            None => all.push(one),
        }
    }
}

/// Takes counts out of a place, as many as fit. Unreadable ones stay, and `meldroute controle` reports them.
fn take(
    desk: &Desk,
    place: &Cell<Cases, Vec<Counted>>,
    fits: impl Fn(&Counted) -> bool,
) -> Result<Vec<Counted>, Failure> {
    let taken = desk.cases.update(place, |stored| {
        let (taken, rest): (Vec<_>, Vec<_>) = stored.unwrap_or_default().into_iter().partition(&fits);
        Ok(if taken.is_empty() { Change::Keep(taken) } else { Change::Write(rest, taken) })
    });
    taken.or_else(|failure| failure.unless_damaged(Vec::new()))
}

fn numbers(desk: &Desk, count: usize) -> Result<Vec<i64>, Failure> {
    let count = i64::try_from(count).map_err(|_| Failure::Internal("too many counts of refusals"))?;
    let last = issue(desk, count)?;
    Ok((last - count + 1..=last).collect())
}

fn write(desk: &Desk, number: i64, counted: Counted) -> Result<(), Failure> {
    let line = AuditLine {
        number,
        at: desk.now(),
        actor: None,
        action: counted.action,
        object: counted.object,
        outcome: Outcome::Refused,
        origin: counted.origin,
        reason: None,
        trace: hex::encode(&clock::random::<16>()?),
        repeated: Some(counted.repeated),
    };
    desk.cases.set(&StoredLine::cell(number), &StoredLine::new(line, &desk.derive(PURPOSE)?)?)
}

/// Only days that are over, so that the line's own time says nothing of when it was.
fn tell_code_brake(desk: &Desk) -> Result<bool, Failure> {
    let today = desk.now().day();
    let over = |days: &BTreeMap<Day, u32>| days.keys().any(|day| *day < today);
    let kept: Option<BTreeMap<Day, u32>> =
        desk.inbox.pointers.get(&CODE_LIMITED).or_else(|failure| failure.unless_damaged(None))?;
    let Some(days) = kept.filter(over) else { return Ok(false) };
    let expected = days.keys().filter(|day| **day < today).count();
    let mut numbers = numbers(desk, expected)?.into_iter();
    let taken = desk.inbox.pointers.update(&CODE_LIMITED, |stored| {
        let (taken, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
            stored.unwrap_or_default().into_iter().partition(|(day, _)| *day < today);
        Ok(if taken.is_empty() { Change::Keep(taken) } else { Change::Write(rest, taken) })
    })?;
    for ((day, count), number) in taken.into_iter().zip(numbers.by_ref()) {
        write(desk, number, braked(day, count))?;
    }
    void_rest(desk, numbers)
}

fn braked(day: Day, count: u32) -> Counted {
    let asked = Endpoint::AskProgress;
    let first = Moment::start_of(day);
    Counted {
        action: AuditAction::Denied(Denial::CodeBrake),
        object: object(asked, String::new()),
        origin: request_to(asked),
        repeated: Repeated { count, first, last: first },
    }
}
