//! Whether the keys fit what is stored: asked before anything of `review` answers, so that a wrong or missing key is a
//! sentence for the administrator and not a list of records that will not open. Reports still come in meanwhile.
use crate::{
    Failure, Kit, account, cases, cell,
    roots::Roots,
    seal::{Fault, InstanceKey},
    vault::Change,
};
use serde::de::IgnoredAny;

/// Checks the keys against the store; a store without anything in it takes the keys as its own.
///
/// # Errors
/// [`Failure::Keys`] with what to do.
pub fn check(kit: &Kit) -> Result<(), Failure> {
    let roots = roots(kit)?;
    kit.roots.get_or_init(|| roots);
    Ok(())
}

/// Also whether public and secret are a pair by calculation: for a check, not for every request.
///
/// # Errors
/// As [`check`].
pub fn check_whole(kit: &Kit) -> Result<(), Failure> {
    let ring = kit.ring.as_ref().map_err(|fault| *fault)?;
    if !ring.secrets().iter().all(InstanceKey::is_whole) {
        return Err(Fault::NoPair.into());
    }
    check(kit)
}

/// The name of this instance, which tells it from another of the same gemeente and tells nothing else.
///
/// # Errors
/// As [`check`].
pub fn identity(kit: &Kit) -> Result<String, Failure> {
    let derived = kit.derive_lasting("identity")?;
    let (name, _) = derived.split_at(8);
    Ok(crate::clock::hex(name))
}

fn roots(kit: &Kit) -> Result<Roots, Failure> {
    kit.key_in_use()?;
    match kit.cases.get(&Roots::CELL) {
        Ok(Some(stored)) => Ok(stored),
        Ok(None) => begin(kit),
        Err(Failure::Unreadable(_)) if kit.cases.is_earlier(&Roots::CELL)? => Err(Fault::Earlier.into()),
        // damaged, or another key's: the accounts show which
        Err(Failure::Unreadable(what)) if opens_accounts(kit)? => Err(Failure::Unreadable(what)),
        Err(Failure::Unreadable(_)) => Err(Fault::Unknown.into()),
        Err(other) => Err(other),
    }
}

fn opens_accounts(kit: &Kit) -> Result<bool, Failure> {
    match kit.cases.get::<IgnoredAny>(&cell::accounts()) {
        Ok(found) => Ok(found.is_some()),
        Err(Failure::Unreadable(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// The first use of a store. Two at once end with the same root: what stands after writing is what counts.
fn begin(kit: &Kit) -> Result<Roots, Failure> {
    if kit.cases.exists(&account::ACCOUNTS)? {
        let fault = if opens_accounts(kit)? { Failure::Unreadable("key check") } else { Fault::Unknown.into() };
        return Err(fault);
    }
    cases::prepare(kit)?;
    crate::retention::prepare(kit)?;
    let new = Roots::random()?;
    kit.cases.update(&Roots::CELL, |stored| {
        Ok(if stored.is_some() { Change::Keep(()) } else { Change::Write(new.clone(), ()) })
    })?;
    kit.cases.get(&Roots::CELL)?.ok_or(Failure::Unavailable)
}
