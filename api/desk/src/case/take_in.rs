//! New reports become cases: the record is written, then the lines, then the report leaves the inbox. A crash anywhere
//! does no harm: the next run repeats the step, and a case has its report's id and is made only if it does not exist.
//!
//! One worker at a time holds a lease on the take-in record, which is longer than a request may last. That, and not a
//! swap on an absent key, keeps two workers from making the same case: some stores let such a swap succeed twice.
use super::{
    counters, ids, index,
    keys::{self, record},
    load::load,
    new_case,
    save::publish,
    sealed::{Opened, tell_unopened},
    state::{StoredTakeIn, Unreadable},
    taken_in::{settle, with_state},
    waiting::Waiting,
};
use crate::Desk;
use kit::{
    Failure, clock, hex,
    inbox::arrival::{StoredArrival, StoredReport},
    store::{
        Change, Record,
        cell::{self, Cases, Key, Pointers},
    },
};
use shared::{case::Case, id::CaseId, moment::Moment};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Longer than a request may last (30 s in the host).
const LEASE_SECONDS: i64 = 40;
/// Arrival numbers looked at in one batch.
const BATCH: i64 = 100;
/// The most batches in one request.
const ROUNDS: usize = 20;
/// After this many batches without an arrival, the numbers in between were never issued: see [`counters`].
const EMPTY: i64 = 10;
/// How often, and how long each time, a list waits for somebody else's take-in: two seconds in all.
const PATIENCE: usize = 40;
const PAUSE_MILLIS: u64 = 50;
/// An arrival number whose report does not show up within this time belongs to a request that failed.
const GAP_SECONDS: i64 = 600;

/// Takes in what has arrived. Answers how many cases were made; `None` when another worker is taking in.
///
/// A report that cannot be read stays where it is, is named in the take-in record, and holds up no other.
///
/// # Errors
/// [`Failure::Unavailable`]. Reports not yet taken in stay in the inbox.
pub fn take_in(desk: &Desk) -> Result<Option<usize>, Failure> {
    with_state(desk, || {
        let state = desk.cases.get(&StoredTakeIn::CELL)?.unwrap_or_default().possible()?;
        // asked after the record: a counter that is behind it is a damaged one
        if state.is_done(counters::counted(desk)?) { Ok(Some(0)) } else { take_in_all(desk) }
    })
}

/// As [`take_in`], and tries again what could not be read before.
///
/// # Errors
/// As [`take_in`].
pub fn take_in_again(desk: &Desk) -> Result<Option<usize>, Failure> {
    with_state(desk, || take_in_all(desk))
}

fn take_in_all(desk: &Desk) -> Result<Option<usize>, Failure> {
    let me = hex::encode(&clock::random::<8>()?);
    let Some(mut state) = claim(desk, &me)? else { return Ok(None) };
    let arrived = counters::arrived(desk, &mut state)?;
    counters::numbered(desk, &state)?;
    let (mut made, mut empty) = (0, 0);
    for _round in 0..ROUNDS {
        let gone = batch(desk, &me, &mut state, arrived)?;
        (made, empty) = (made + gone.made, if gone.arrivals == 0 { empty + 1 } else { 0 });
        if state.cleared >= arrived {
            break;
        }
        if empty == EMPTY {
            let slow = state.cleared - (EMPTY - 1) * BATCH;
            counters::pass_over(desk, &mut state, slow, arrived)?;
            empty = 0;
        }
    }
    state.lease = None;
    put(desk, &me, &state)?;
    Ok(Some(made))
}

/// Takes in, or waits briefly for a take-in that is running, so that the list includes everything that arrived before
/// the request. A worker that was killed holds its lease for a while. The list then comes without those reports, which
/// stay safely in the inbox.
///
/// # Errors
/// As [`take_in`].
pub fn take_in_or_wait(desk: &Desk) -> Result<(), Failure> {
    for _attempt in 0..PATIENCE {
        if take_in(desk)?.is_some() {
            return Ok(());
        }
        clock::pause(PAUSE_MILLIS);
    }
    Ok(())
}

/// Does `work` while nobody takes in; `None` when another worker is taking in.
pub(super) fn alone<R>(desk: &Desk, work: impl FnOnce() -> Result<R, Failure>) -> Result<Option<R>, Failure> {
    let me = hex::encode(&clock::random::<8>()?);
    let Some(mut state) = claim(desk, &me)? else { return Ok(None) };
    let done = work()?;
    state.lease = None;
    put(desk, &me, &state)?;
    Ok(Some(done))
}

fn claim(desk: &Desk, me: &str) -> Result<Option<StoredTakeIn>, Failure> {
    let now = desk.now();
    desk.cases.update(&StoredTakeIn::CELL, |stored| {
        let mut state = stored.ok_or(Failure::Unreadable("take-in record"))?.possible()?;
        if state.lease.as_ref().is_some_and(|(_, until)| *until > now) {
            return Ok(Change::Keep(None));
        }
        state.lease = Some((me.to_owned(), now.plus_seconds(LEASE_SECONDS)));
        Ok(Change::Write(state.clone(), Some(state)))
    })
}

/// Writes how far this worker is, if the lease is still its own.
fn put(desk: &Desk, me: &str, state: &StoredTakeIn) -> Result<(), Failure> {
    desk.cases.update(&StoredTakeIn::CELL, |stored| {
        let mine = stored.and_then(|stored| stored.lease).is_some_and(|(holder, _)| holder == me);
        if mine { Ok(Change::Write(state.clone(), ())) } else { Err(Failure::busy()) }
    })
}

/// The counts of one batch.
struct Gone {
    /// New ones: what could not be read before is tried in every batch.
    arrivals: usize,
    made: usize,
}

/// One batch: arrivals → reports → cases → lines → progress → delete from the inbox. We record progress before
/// deleting, so that a resumed run can tell "already taken in" from "never arrived".
fn batch(desk: &Desk, me: &str, state: &mut StoredTakeIn, arrived: i64) -> Result<Gone, Failure> {
    let now = desk.now();
    let upto = arrived.min(state.cleared + BATCH).max(state.cleared);
    state.give_up(|since| since.plus_seconds(GAP_SECONDS) <= now);
    let mut wanted: BTreeMap<i64, Moment> = (state.cleared + 1..=upto).map(|n| (n, now)).collect();
    wanted.extend(state.gaps.iter().copied());
    wanted.extend(state.unreadable.iter().map(|one| (one.number, now)));
    let waiting = Waiting::read(desk, wanted.keys().copied())?;
    let waits = |n: i64| n > state.done || state.gaps.iter().any(|(gap, _)| *gap == n);
    let gaps = wanted.iter().filter(|(n, _)| waits(**n) && !waiting.numbers.contains(n)).map(|(n, at)| (*n, *at));
    let gaps: Vec<(i64, Moment)> = gaps.collect();
    let turns: Vec<Key<Pointers>> =
        waiting.reports.iter().map(|report| desk.status(&report.status_key).turns().to_key()).collect();
    let Made { numbers: made, damaged } = make_cases(desk, waiting.reports)?;
    settle(desk, state, &made)?;
    (state.gaps, state.done) = (gaps, upto.max(state.done));
    let is_damaged = |id: &Option<CaseId>| id.as_ref().is_none_or(|id| damaged.contains(id));
    let unread = |(number, id): &(i64, Option<CaseId>)| {
        let sealed = id.as_ref().is_some_and(|id| waiting.sealed.contains_key(id));
        Unreadable { number: *number, id: id.clone(), since: now, sealed }
    };
    let (left, read): (Vec<_>, Vec<_>) =
        waiting.arrivals.into_iter().partition(|(_, id)| is_damaged(id) || waiting.unreadable.contains(id));
    waiting.sealed.values().try_for_each(|status| tell_unopened(desk, status))?;
    state.name_unreadable(&wanted.into_keys().collect(), left.iter().map(unread).collect());
    put(desk, me, state)?;
    let arrivals = waiting.numbers.range(state.cleared + 1..).count();
    let gone = Gone { arrivals, made: made.count() };
    let mut done: Vec<Key<Pointers>> = Vec::new();
    for (number, id) in &read {
        done.push(StoredArrival::cell(*number).to_key());
        done.extend(id.iter().map(|id| StoredReport::cell(id).to_key()));
    }
    // the status is there, so nobody needs a turn any more
    done.extend(turns);
    desk.inbox.pointers.delete_many(&done)?;
    state.cleared = upto;
    Ok(gone)
}

/// What became of the reports of a batch.
struct Made {
    /// The numbers that new cases got.
    numbers: Range<i64>,
    /// Reports whose case is there and cannot be read.
    damaged: BTreeSet<CaseId>,
}

fn make_cases(desk: &Desk, reports: Vec<Opened>) -> Result<Made, Failure> {
    let (mut there, mut new, mut damaged) = (Vec::new(), Vec::new(), BTreeSet::new());
    let by_browser: BTreeSet<CaseId> = reports.iter().filter(|one| one.was_sealed).map(|one| one.id.clone()).collect();
    for report in reports {
        if desk.cases.exists(&record(&report.id))? {
            match load(desk, &report.id).map(Some).or_else(|failure| failure.unless_damaged(None))? {
                Some(standing) => there.push(standing.value),
                None => drop(damaged.insert(report.id)),
            }
        } else {
            new.push(report);
        }
    }
    new.sort_by_key(|report| report.received);
    let count = i64::try_from(new.len()).unwrap_or(i64::MAX);
    let first = if count == 0 { 0 } else { desk.cases.next_numbers(&cell::NUMBERS, count)? - count + 1 };
    let numbers = first..first + count;
    let officers = new_case::officers(desk, &new)?;
    let made: Vec<Case> = (first..).zip(new).map(|(number, report)| new_case::of(number, report, &officers)).collect();
    ids::add(desk, &made)?;
    let vaults = keys::vaults(desk, made.iter().map(|case| &case.origins().id))?;
    let sealed = made.iter().zip(&vaults).map(|(case, vault)| vault.record(&record(&case.origins().id), case));
    let records: Vec<Record<Cases>> = sealed.collect::<Result<_, _>>()?;
    if !records.is_empty() {
        desk.cases.set_many(&records)?;
    }
    there.extend(made);
    // only now is it known whether one of these can wait, and by which day somebody calls
    let tells = |case: &&Case| by_browser.contains(&case.origins().id);
    there.iter().filter(tells).try_for_each(|case| publish(desk, case))?;
    index::put(desk, &there)?;
    Ok(Made { numbers, damaged })
}
