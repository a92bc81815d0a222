//! Log-ins with a work account that did not work. The password is tried at the provider; this only keeps a place from
//! having us ask the provider all day.
use super::{
    Caller,
    ring::{Bucket, Ring, Rule},
};
use crate::{
    Failure, Kit, audit,
    cell::{Cases, Cell},
};
use shared::{audit::Denial, contract::Endpoint};

/// An office behind one address.
const NET: Rule = Rule { free: 50, longest: 15 * 60 };

/// A log-in that was counted.
pub struct WorkAttempt {
    bucket: Cell<Cases, Bucket>,
    /// When it fails, the next one has to wait.
    braked: bool,
}

fn ring(kit: &Kit) -> Result<Ring<'_, Cases>, Failure> {
    Ok(Ring::log_in(&kit.cases, kit.derive("limit/login")?, (kit.now)()))
}

/// Counts one, or refuses it.
///
/// # Errors
/// [`Failure::TooMany`] with the seconds to wait; [`Failure::Keys`], [`Failure::Unavailable`].
pub fn guard(kit: &Kit, caller: &Caller) -> Result<WorkAttempt, Failure> {
    let ring = ring(kit)?;
    let bucket = ring.bucket(&["work", &caller.net]);
    let braked = ring.take(&bucket, NET)?;
    Ok(WorkAttempt { bucket, braked })
}

impl WorkAttempt {
    /// It was refused. That the brake stepped in by it is counted.
    ///
    /// # Errors
    /// As [`guard`].
    pub fn failed(self, kit: &Kit) -> Result<(), Failure> {
        let counted = |denial| audit::count(kit, denial, Endpoint::WorkAccountReturn, None);
        if self.braked { counted(Denial::WorkAccountBrake) } else { Ok(()) }
    }

    /// It worked, so that it does not count.
    ///
    /// # Errors
    /// As [`guard`].
    pub fn passed(self, kit: &Kit) -> Result<(), Failure> {
        ring(kit)?.give_back(&self.bucket)
    }
}
