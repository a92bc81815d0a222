//! The limit on log-ins. An attempt counts before the password is checked, so that concurrent attempts gain nothing; a
//! success takes it back.
use super::{Caller, browser};
use crate::{Desk, account, audit};
use http::HeaderValue;
use kit::{
    Failure,
    inbox::limit::{Bucket, Ring, Rule},
    store::cell::{Cases, Cell},
};
use shared::{audit::Denial, contract::Endpoint, id::AccountId, text::Login};

const LONGEST: i64 = 15 * 60;
/// One name from one place.
const NAME_AND_NET: Rule = Rule { free: 5, longest: LONGEST };
/// One name from anywhere.
const NAME: Rule = Rule { free: 20, longest: LONGEST };
/// One place, whatever the names: an office behind one address. Keeps one place from filling the ring.
pub(super) const NET: Rule = Rule { free: 50, longest: LONGEST };
/// The /48 around it: a whole organisation.
pub(super) const AROUND: Rule = Rule { free: 200, longest: LONGEST };
/// A browser that logged in before: nobody else's tries count here.
const KNOWN: Rule = Rule { free: 10, longest: 5 * 60 };

/// A try that was counted.
pub struct Attempt {
    kind: Kind,
    /// When it fails, the next one has to wait.
    limited: bool,
}

enum Kind {
    /// From a browser that logged in with this account before; its bucket.
    Known { own: Cell<Cases, Bucket> },
    /// From any other: the buckets of the name, and those of the net.
    New { names: [Cell<Cases, Bucket>; 2], nets: Vec<(Cell<Cases, Bucket>, Rule)> },
}

fn known_ring(desk: &Desk) -> Result<Ring<'_, Cases>, Failure> {
    Ok(Ring::known(&desk.cases, desk.derive("limit/known")?, desk.now()))
}

fn name_ring(desk: &Desk) -> Result<Ring<'_, Cases>, Failure> {
    Ok(Ring::names(&desk.cases, desk.derive("limit/login")?, desk.now()))
}

pub(super) fn net_ring(desk: &Desk) -> Result<Ring<'_, Cases>, Failure> {
    Ok(Ring::nets(&desk.cases, desk.derive("limit/net")?, desk.now()))
}

/// What counts the tries of a caller's network for one purpose, the larger network first.
pub(super) fn net_buckets(ring: &Ring<'_, Cases>, purpose: &str, caller: &Caller) -> Vec<(Cell<Cases, Bucket>, Rule)> {
    let around = caller.net.around().map(|around| (ring.bucket(&["around", purpose, around]), AROUND));
    around.into_iter().chain([(ring.bucket(&[purpose, caller.net.as_str()]), NET)]).collect()
}

/// Counts an attempt, or refuses it, in the same way for existing and unknown names.
///
/// # Errors
/// [`Failure::TooMany`] with the seconds to wait; [`Failure::Keys`], [`Failure::Unavailable`].
pub fn guard(desk: &Desk, caller: &Caller, login: &Login) -> Result<Attempt, Failure> {
    if let Some(own) = known(desk, caller, login)? {
        let limited = known_ring(desk)?.take(&own, KNOWN)?;
        return Ok(Attempt { kind: Kind::Known { own }, limited });
    }
    let (ring, net_ring, name) = (name_ring(desk)?, net_ring(desk)?, login.folded());
    let names = [ring.bucket(&["name+net", &name, caller.net.as_str()]), ring.bucket(&["name", &name])];
    let nets = net_buckets(&net_ring, "net", caller);
    let rules = [(&names[0], NAME_AND_NET), (&names[1], NAME)];
    // check all limits before counting: a refused attempt is counted nowhere
    nets.iter().try_for_each(|(key, rule)| net_ring.look(key, *rule))?;
    rules.iter().try_for_each(|(key, rule)| ring.look(key, *rule))?;
    let mut limited = false;
    for (key, rule) in rules {
        limited |= ring.take(key, rule)?;
    }
    for (key, rule) in &nets {
        limited |= net_ring.take(key, *rule)?;
    }
    Ok(Attempt { kind: Kind::New { names, nets }, limited })
}

/// The bucket of a browser that proves that it logged in with this name before.
fn known(desk: &Desk, caller: &Caller, login: &Login) -> Result<Option<Cell<Cases, Bucket>>, Failure> {
    let Some(cookie) = caller.cookie.as_deref() else { return Ok(None) };
    let accounts = account::all(desk)?;
    let Some(account) = accounts.iter().find(|account| account.login.folded() == login.folded()) else {
        return Ok(None);
    };
    if browser::proves(desk, cookie, &account.id)? {
        return Ok(Some(known_ring(desk)?.bucket(&[cookie])));
    }
    Ok(None)
}

impl Attempt {
    /// The attempt failed. If the limit was reached by it, that is counted. [`crate::login::session::log_in`] knows
    /// whose attempt it was.
    ///
    /// # Errors
    /// As [`guard`].
    pub fn failed(self, desk: &Desk) -> Result<(), Failure> {
        if self.limited { audit::count(desk, Denial::LogInBrake, Endpoint::LogIn, None) } else { Ok(()) }
    }

    /// The log-in succeeded: resets the attempts of this name. Answers the cookie that identifies this browser next
    /// time.
    ///
    /// # Errors
    /// As [`guard`].
    pub fn passed(self, desk: &Desk, account: &AccountId) -> Result<HeaderValue, Failure> {
        match self.kind {
            Kind::Known { own } => known_ring(desk)?.clear(&own)?,
            Kind::New { names, nets } => {
                let (names_of, nets_of) = (name_ring(desk)?, net_ring(desk)?);
                names.iter().try_for_each(|key| names_of.clear(key))?;
                nets.iter().try_for_each(|(key, _)| nets_of.give_back(key))?;
            }
        }
        browser::cookie(desk, account)
    }
}
