//! Failed log-ins with a work account. The provider checks the password; this only limits how often one network can
//! make us call the provider.
use super::Caller;
use crate::{Desk, audit};
use kit::{
    Failure,
    inbox::limit::{Bucket, Ring, Rule},
    store::cell::{Cases, Cell},
};
use shared::{audit::Denial, contract::Endpoint};

/// An office behind one address.
const NET: Rule = Rule { free: 50, longest: 15 * 60 };

/// A log-in that was counted.
pub struct WorkAttempt {
    bucket: Cell<Cases, Bucket>,
    /// When it fails, the next one has to wait.
    limited: bool,
}

fn ring(desk: &Desk) -> Result<Ring<'_, Cases>, Failure> {
    Ok(Ring::log_in(&desk.cases, desk.derive("limit/login")?, desk.now()))
}

/// Counts one, or refuses it.
///
/// # Errors
/// [`Failure::TooMany`] with the seconds to wait; [`Failure::Keys`], [`Failure::Unavailable`].
pub fn guard(desk: &Desk, caller: &Caller) -> Result<WorkAttempt, Failure> {
    let ring = ring(desk)?;
    let bucket = ring.bucket(&["work", caller.net.as_str()]);
    let limited = ring.take(&bucket, NET)?;
    Ok(WorkAttempt { bucket, limited })
}

impl WorkAttempt {
    /// The attempt was refused. If the limit was reached by it, that is counted.
    ///
    /// # Errors
    /// As [`guard`].
    pub fn failed(self, desk: &Desk) -> Result<(), Failure> {
        let counted = |denial| audit::count(desk, denial, Endpoint::WorkAccountReturn, None);
        if self.limited { counted(Denial::WorkAccountBrake) } else { Ok(()) }
    }

    /// It worked, so that it does not count.
    ///
    /// # Errors
    /// As [`guard`].
    pub fn passed(self, desk: &Desk) -> Result<(), Failure> {
        ring(desk)?.give_back(&self.bucket)
    }
}
