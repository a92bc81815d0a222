//! The key check: whether the keys fit the stored values. It runs before `review` answers anything, so that the
//! administrator sees the problem with the keys instead of a list of unreadable records. Reports still come in
//! meanwhile.
use crate::{Desk, account, audit, awareness, case, figures, instance::Roots, outbox, retention, settings};
use kit::{
    Failure, Fault,
    store::{Once, cell, seal::InstanceKey},
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

/// As [`check`], and whether each key is whole ([`check_pairs`]).
///
/// # Errors
/// [`Failure::Keys`] with what to do.
pub fn check_whole(desk: &Desk) -> Result<(), Failure> {
    check(desk)?;
    check_pairs(desk)
}

/// Computes whether each secret key and the id of its public key are a pair, which [`check`] takes from the variable.
/// It costs a multiplication on the curve for each key, less than a report costs, and reads no store.
///
/// # Errors
/// [`Failure::Keys`] with what to do.
pub fn check_pairs(desk: &Desk) -> Result<(), Failure> {
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

/// Whether the key check opens for this gemeente with these keys; none where the store has none yet. Changes nothing.
///
/// # Errors
/// [`Failure::Keys`] for keys that are none, [`Failure::Unavailable`].
pub fn opens(desk: &Desk) -> Result<Option<bool>, Failure> {
    match desk.cases.get(&Roots::CELL) {
        Ok(found) => Ok(found.map(|_| true)),
        Err(Failure::Unreadable(_)) => Ok(Some(false)),
        Err(other) => Err(other),
    }
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

/// Whether the accounts open. A list without anybody is there from the first use of the store.
fn opens_accounts(desk: &Desk) -> Result<bool, Failure> {
    match desk.cases.get::<Vec<IgnoredAny>>(&cell::accounts()) {
        Ok(found) => Ok(found.is_some()),
        Err(Failure::Unreadable(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// No key check was found. With accounts in the store it has come meanwhile, or is gone.
fn begin(desk: &Desk) -> Result<Roots, Failure> {
    match desk.cases.get::<Vec<IgnoredAny>>(&cell::accounts()) {
        Ok(Some(accounts)) if !accounts.is_empty() => {
            return desk.cases.get(&Roots::CELL)?.ok_or(Failure::Unreadable("key check"));
        }
        Ok(Some(_) | None) => {}
        Err(Failure::Unreadable(_)) => return Err(Fault::Unknown.into()),
        Err(other) => return Err(other),
    }
    let there = || desk.cases.get(&Roots::CELL);
    match desk.cases.once(&cell::FOUNDING, desk.inbox.patience, there, || found(desk))? {
        Once::Done(roots) | Once::Found(roots) => Ok(roots),
        Once::Waiting => Err(Failure::Unavailable),
    }
}

/// The first use of a store, by one request ([`Once`]). Everything that is later changed by a swap is written here, so
/// no swap creates it, and with it the roots, last. An interruption leaves nothing that the next one cannot go on from.
fn found(desk: &Desk) -> Result<Roots, Failure> {
    let roots = Roots::random()?;
    let mut records = case::first_records(desk)?;
    records.extend(retention::first_records(desk)?);
    records.extend(audit::first_records(desk)?);
    records.extend(outbox::first_records(desk)?);
    records.extend(settings::first_record(desk)?);
    records.extend(awareness::first_record(desk)?);
    records.extend(figures::first_record(desk)?);
    records.extend(desk.cases.first(&account::ACCOUNTS)?);
    records.push(desk.cases.record(&Roots::CELL, &roots)?);
    desk.cases.set_many(&records)?;
    Ok(roots)
}
