//! What was counted becomes lines: at most once an hour by due work, whenever the FG looks, and for one account right
//! before somebody gets in with it, so that the failed tries stand above the one that worked. However many tries there
//! were, an hour leaves no more lines than there are accounts and endpoints.
use super::{
    PURPOSE, StoredLine, chain,
    denied::{CODE_LIMITED, Counted, PLACES},
    trail::{object, request_to},
};
use crate::{
    Failure, Kit,
    cell::{self, Cases, Cell},
    clock,
    limit::if_damaged,
    vault::Change,
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

/// Tells everything that was counted; whether there was anything.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn tell_all(kit: &Kit) -> Result<bool, Failure> {
    let denied = tell(kit, |_| true)?;
    Ok(tell_code_brake(kit)? || denied)
}

/// The same, unless it told anything less than an hour ago.
///
/// # Errors
/// As [`tell_all`].
pub fn tell_due(kit: &Kit) -> Result<(), Failure> {
    let told = kit.cases.get(&TOLD).or_else(|failure| if_damaged(failure, None))?;
    let now = (kit.now)();
    // a clock that was set back makes nobody wait longer
    let waits = told.is_some_and(|told| told <= now && now < told.plus_seconds(APART_SECONDS));
    if !waits && tell_all(kit)? {
        kit.cases.set(&TOLD, &now)?;
    }
    Ok(())
}

/// Tells what was counted about one account.
///
/// # Errors
/// As [`tell_all`].
pub fn tell_of(kit: &Kit, account: &AccountId) -> Result<(), Failure> {
    tell(kit, |one| one.object == account.as_str()).map(drop)
}

/// Numbers are taken first: what is cut off in between leaves a gap that shows, as all work does.
fn tell(kit: &Kit, fits: impl Fn(&Counted) -> bool) -> Result<bool, Failure> {
    let mut expected = Vec::new();
    for place in 0..PLACES {
        let counted: Option<Vec<Counted>> =
            kit.cases.get(&Counted::cell(place)).or_else(|failure| if_damaged(failure, None))?;
        gather(&mut expected, counted.into_iter().flatten().filter(&fits));
    }
    if expected.is_empty() {
        return Ok(false);
    }
    let mut numbers = numbers(kit, expected.len())?.into_iter();
    let mut taken = Vec::new();
    for place in 0..PLACES {
        gather(&mut taken, take(kit, &Counted::cell(place), &fits)?.into_iter());
    }
    for one in taken {
        let number = match numbers.next() {
            Some(number) => number,
            None => kit.cases.next_numbers(&cell::AUDIT_NUMBERS, 1)?,
        };
        write(kit, number, one)?;
    }
    void_rest(kit, numbers)
}

/// Somebody else told it at the same moment.
fn void_rest(kit: &Kit, mut numbers: impl Iterator<Item = i64>) -> Result<bool, Failure> {
    numbers.try_for_each(|number| chain::void(kit, number, (kit.now)()).map(drop))?;
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

/// Takes what fits out of a place. What cannot be read stays, for `meldroute check` to name.
fn take(
    kit: &Kit,
    place: &Cell<Cases, Vec<Counted>>,
    fits: impl Fn(&Counted) -> bool,
) -> Result<Vec<Counted>, Failure> {
    let taken = kit.cases.update(place, |stored| {
        let (taken, rest): (Vec<_>, Vec<_>) = stored.unwrap_or_default().into_iter().partition(&fits);
        Ok(if taken.is_empty() { Change::Keep(taken) } else { Change::Write(rest, taken) })
    });
    taken.or_else(|failure| if_damaged(failure, Vec::new()))
}

fn numbers(kit: &Kit, count: usize) -> Result<Vec<i64>, Failure> {
    let count = i64::try_from(count).map_err(|_| Failure::Internal("too many counts of refusals"))?;
    let last = kit.cases.next_numbers(&cell::AUDIT_NUMBERS, count)?;
    Ok((last - count + 1..=last).collect())
}

fn write(kit: &Kit, number: i64, counted: Counted) -> Result<(), Failure> {
    let line = AuditLine {
        number,
        at: (kit.now)(),
        actor: None,
        action: counted.action,
        object: counted.object,
        outcome: Outcome::Refused,
        origin: counted.origin,
        reason: None,
        trace: clock::hex(&clock::random::<16>()?),
        repeated: Some(counted.repeated),
    };
    kit.cases.set(&StoredLine::cell(number), &StoredLine::new(line, &kit.derive(PURPOSE)?)?)
}

/// Only days that are over, so that the line's own time says nothing of when it was.
fn tell_code_brake(kit: &Kit) -> Result<bool, Failure> {
    let today = (kit.now)().day();
    let over = |days: &BTreeMap<Day, u32>| days.keys().any(|day| *day < today);
    let kept: Option<BTreeMap<Day, u32>> = kit.inbox.get(&CODE_LIMITED).or_else(|failure| if_damaged(failure, None))?;
    let Some(days) = kept.filter(over) else { return Ok(false) };
    let expected = days.keys().filter(|day| **day < today).count();
    let mut numbers = numbers(kit, expected)?.into_iter();
    let taken = kit.inbox.update(&CODE_LIMITED, |stored| {
        let (taken, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
            stored.unwrap_or_default().into_iter().partition(|(day, _)| *day < today);
        Ok(if taken.is_empty() { Change::Keep(taken) } else { Change::Write(rest, taken) })
    })?;
    for ((day, count), number) in taken.into_iter().zip(numbers.by_ref()) {
        write(kit, number, braked(day, count))?;
    }
    void_rest(kit, numbers)
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
