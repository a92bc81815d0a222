//! From the form on disk to the stages of life, and back.
use super::{
    flat::FlatAccount,
    life::{Life, Pending},
    means::Means,
    stored::StoredAccount,
};

impl From<FlatAccount> for StoredAccount {
    /// Every combination of fields loads. Where they contradict each other, the stage that gives less access counts:
    /// a blocked account has no local log-in and no invitation, and a request goes before an invitation.
    fn from(flat: FlatAccount) -> Self {
        let closed = match (flat.arrived, flat.work.clone()) {
            (true, Some(fingerprint)) => Life::Arrived { fingerprint, asked: flat.asked.clone() },
            (_, fingerprint) => Life::Blocked { fingerprint, asked: flat.asked.clone(), left: flat.left },
        };
        let means = Means::of(flat.credential, flat.work);
        let pending = flat.asked.map(Pending::Asked).or(flat.invitation.map(Pending::Invited));
        Self {
            id: flat.id,
            revision: flat.revision,
            login: flat.login,
            name: flat.name,
            role: flat.role,
            function: flat.function,
            epoch: flat.epoch,
            given: flat.given,
            life: if flat.blocked { closed } else { Life::with(means, pending) },
        }
    }
}

impl From<StoredAccount> for FlatAccount {
    fn from(account: StoredAccount) -> Self {
        let (asked, invitation) = (account.asked().cloned(), account.invitation().cloned());
        Self {
            blocked: account.is_blocked() || account.has_arrived(),
            arrived: account.has_arrived(),
            credential: account.credential().map(str::to_owned),
            work: account.fingerprint().map(str::to_owned),
            left: account.departure().cloned(),
            asked,
            invitation,
            id: account.id,
            revision: account.revision,
            login: account.login,
            name: account.name,
            role: account.role,
            function: account.function,
            epoch: account.epoch,
            given: account.given,
        }
    }
}
