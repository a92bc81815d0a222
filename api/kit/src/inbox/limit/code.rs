//! Tries of receipt codes. A code has more than 80 bits, so that guessing is hopeless; the limit keeps a machine from
//! asking all day. A whole office shares an address, so that it allows much.
use super::{
    Caller,
    ring::{Ring, Rule, if_damaged},
};
use crate::{
    Failure, Kit, audit,
    cell::{self, Cell, Inbox},
    clock,
    vault::Change,
};

const SECRET: Cell<Inbox, [u8; 32]> = cell::limit_secret();
const NET: Rule = Rule { free: 100, longest: 15 * 60 };

/// `intake` has no secret of its own, so the ring's lies in its store, made at first use. Two makers at the same
/// moment cost a few counts.
fn ring(kit: &Kit) -> Result<Ring<'_, Inbox>, Failure> {
    let fresh = clock::random::<32>()?;
    let kept = kit.inbox.update(&SECRET, |kept| Ok(kept.map_or(Change::Write(fresh, fresh), Change::Keep)));
    let secret = kept.or_else(|failure| {
        if_damaged(failure, ())?;
        kit.inbox.set(&SECRET, &fresh).map(|()| fresh)
    })?;
    Ok(Ring::codes(&kit.inbox, secret, (kit.now)()))
}

/// Refuses a caller who tried too many codes that are none.
///
/// # Errors
/// [`Failure::TooMany`] with the seconds to wait; [`Failure::Unavailable`].
pub fn guard(kit: &Kit, caller: &Caller) -> Result<(), Failure> {
    let ring = ring(kit)?;
    ring.look(&ring.bucket(&[&caller.net]), NET)
}

/// It was no code that we gave. When the brake steps in by that, the day knows ([`audit::count_code_brake`]).
///
/// # Errors
/// As [`guard`].
pub fn failed(kit: &Kit, caller: &Caller) -> Result<(), Failure> {
    let ring = ring(kit)?;
    let braked = ring.take(&ring.bucket(&[&caller.net]), NET)?;
    if braked { audit::count_code_brake(kit) } else { Ok(()) }
}
