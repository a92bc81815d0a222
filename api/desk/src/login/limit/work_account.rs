//! Failed log-ins with a work account. The provider checks the password; this only limits how often one network can
//! make us call the provider.
use super::{
    Caller,
    log_in::{net_buckets, net_ring},
};
use crate::{Desk, audit};
use kit::{
    Failure,
    inbox::limit::{Bucket, Rule},
    store::cell::{Cases, Cell},
};
use shared::{audit::Denial, contract::Endpoint};

/// A log-in that was counted.
pub struct WorkAttempt {
    nets: Vec<(Cell<Cases, Bucket>, Rule)>,
    /// When it fails, the next one has to wait.
    limited: bool,
}

/// Counts one, or refuses it.
///
/// # Errors
/// [`Failure::TooMany`] with the seconds to wait; [`Failure::Keys`], [`Failure::Unavailable`].
pub fn guard(desk: &Desk, caller: &Caller) -> Result<WorkAttempt, Failure> {
    let ring = net_ring(desk)?;
    let nets = net_buckets(&ring, "work", caller);
    nets.iter().try_for_each(|(key, rule)| ring.look(key, *rule))?;
    let mut limited = false;
    for (key, rule) in &nets {
        limited |= ring.take(key, *rule)?;
    }
    Ok(WorkAttempt { nets, limited })
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
        let ring = net_ring(desk)?;
        self.nets.iter().try_for_each(|(key, _)| ring.give_back(key))
    }
}
