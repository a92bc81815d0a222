//! The limit on receipt codes. A code has more than 80 bits, so guessing is hopeless; the limit only stops a machine
//! from asking all day. It is generous, because a whole office shares an address.
use super::{
    Net,
    ring::{Bucket, Ring, Rule},
};
use crate::{
    Failure, clock,
    inbox::Inbox,
    store::{
        Change,
        cell::{self, Cell, Pointers},
    },
};
use shared::{contract::ProblemKind, moment::Day};
use std::collections::BTreeMap;

/// The days on which the rate limit on receipt codes was reached, and how often.
pub const CODE_LIMITED: Cell<Pointers, BTreeMap<Day, u32>> = cell::code_limited();
/// The most days that are kept when nobody reports them.
const DAYS: usize = 60;
const SECRET: Cell<Pointers, [u8; 32]> = cell::limit_secret();
const RULE: Rule = Rule { free: 100, longest: 15 * 60 };
/// A whole organisation with its own /48.
const AROUND: Rule = Rule { free: 400, longest: 15 * 60 };

/// `intake` has no secret of its own, so the secret of its limits is in its store, made at first use. Two made at the
/// same moment lose a few counts.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn secret(inbox: &Inbox) -> Result<[u8; 32], Failure> {
    let fresh = clock::random::<32>()?;
    let kept = inbox.pointers.update(&SECRET, |kept| Ok(kept.map_or(Change::Write(fresh, fresh), Change::Keep)));
    kept.or_else(|failure| {
        failure.unless_damaged(())?;
        inbox.pointers.set(&SECRET, &fresh).map(|()| fresh)
    })
}

fn ring(inbox: &Inbox) -> Result<Ring<'_, Pointers>, Failure> {
    let secret = secret(inbox)?;
    Ok(Ring::codes(&inbox.pointers, secret, inbox.now()))
}

/// Refuses a caller who tried too many codes that are none.
///
/// # Errors
/// [`Failure::TooMany`] with the seconds to wait; [`Failure::Unavailable`].
pub fn guard(inbox: &Inbox, net: &Net) -> Result<(), Failure> {
    let ring = ring(inbox)?;
    buckets(&ring, net).iter().try_for_each(|(bucket, rule)| ring.look(bucket, *rule))
}

/// What counts tries of this network, and how many are free.
fn buckets(ring: &Ring<'_, Pointers>, net: &Net) -> Vec<(Cell<Pointers, Bucket>, Rule)> {
    let around = net.around().map(|around| (ring.bucket(&["around", around]), AROUND));
    around.into_iter().chain([(ring.bucket(&[net.as_str()]), RULE)]).collect()
}

/// It was no code that we gave. When the limit steps in by that, it is counted for the day.
///
/// # Errors
/// As [`guard`].
pub fn failed(inbox: &Inbox, net: &Net) -> Result<(), Failure> {
    let ring = ring(inbox)?;
    let mut limited = false;
    for (bucket, rule) in buckets(&ring, net) {
        limited |= ring.take(&bucket, rule)?;
    }
    if limited { count(inbox) } else { Ok(()) }
}

/// Counted for the day, with no place and no time of day, because those who try a code are melders or say so.
fn count(inbox: &Inbox) -> Result<(), Failure> {
    let today = inbox.now().day();
    let counted = inbox.pointers.update(&CODE_LIMITED, |stored| {
        let mut days = stored.unwrap_or_default();
        let count = days.entry(today).or_default();
        *count = count.saturating_add(1);
        while days.len() > DAYS {
            days.pop_first();
        }
        Ok(Change::Write(days, ()))
    });
    match counted {
        // many at the same moment: the limit was counted for today already
        Err(Failure::Problem(ProblemKind::Busy, ..)) => Ok(()),
        Err(Failure::Unreadable(_)) => inbox.pointers.set(&CODE_LIMITED, &BTreeMap::from([(today, 1_u32)])),
        counted => counted,
    }
}
