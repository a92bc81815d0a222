//! The key check: whether the keys fit the stored values. It runs before `review` answers anything, so that the
//! administrator sees the problem with the keys instead of a list of unreadable records. Reports still come in
//! meanwhile.
use crate::{Desk, account, case, instance::Roots};
use kit::{
    Failure, Fault,
    store::{Change, cell, seal::InstanceKey},
};
use serde::de::IgnoredAny;

/// Checks the keys against the store; a store without anything in it takes the keys as its own.
///
/// # Errors
/// [`Failure::Keys`] with what to do.
pub fn check(desk: &Desk) -> Result<(), Failure> {
    let roots = roots(desk)?;
    desk.keep_roots(roots);
    Ok(())
}

/// Computes whether each secret key and the id of its public key are a pair, which [`check`] takes from the variable.
/// It costs a multiplication on the curve for each key, less than a report costs, and reads no store.
///
/// # Errors
/// [`Failure::Keys`] with what to do.
pub fn check_whole(desk: &Desk) -> Result<(), Failure> {
    let ring = desk.ring.as_ref().map_err(|fault| *fault)?;
    if ring.secrets().iter().all(InstanceKey::is_whole) { Ok(()) } else { Err(Fault::NoPair.into()) }
}

/// The name of this instance. It distinguishes instances of one gemeente and reveals nothing else.
///
/// # Errors
/// As [`check`].
pub fn identity(desk: &Desk) -> Result<String, Failure> {
    let derived = desk.derive_lasting("identity")?;
    let (name, _) = derived.split_at(8);
    Ok(kit::hex::encode(name))
}

fn roots(desk: &Desk) -> Result<Roots, Failure> {
    desk.key_in_use()?;
    match desk.cases.get(&Roots::CELL) {
        Ok(Some(stored)) => Ok(stored),
        Ok(None) => begin(desk),
        Err(Failure::Unreadable(_)) if desk.cases.is_earlier(&Roots::CELL)? => Err(Fault::Earlier.into()),
        // damaged, or another key's: the accounts show which
        Err(Failure::Unreadable(what)) if opens_accounts(desk)? => Err(Failure::Unreadable(what)),
        Err(Failure::Unreadable(_)) => Err(Fault::Unknown.into()),
        Err(other) => Err(other),
    }
}

fn opens_accounts(desk: &Desk) -> Result<bool, Failure> {
    match desk.cases.get::<IgnoredAny>(&cell::accounts()) {
        Ok(found) => Ok(found.is_some()),
        Err(Failure::Unreadable(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// The first use of a store. Two at once end with the same root, because both read back the stored one.
fn begin(desk: &Desk) -> Result<Roots, Failure> {
    if desk.cases.exists(&account::ACCOUNTS)? {
        let fault = if opens_accounts(desk)? { Failure::Unreadable("key check") } else { Fault::Unknown.into() };
        return Err(fault);
    }
    case::prepare(desk)?;
    crate::retention::prepare(desk)?;
    let new = Roots::random()?;
    desk.cases.update(&Roots::CELL, |stored| {
        Ok(if stored.is_some() { Change::Keep(()) } else { Change::Write(new.clone(), ()) })
    })?;
    desk.cases.get(&Roots::CELL)?.ok_or(Failure::Unavailable)
}
