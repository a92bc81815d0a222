//! From the form on disk to the stages of life, and back.
use super::{
    flat::FlatAccount,
    life::{Life, Means, Pending},
    stored::StoredAccount,
};

impl From<FlatAccount> for StoredAccount {
    /// Every combination of fields loads. Where they contradict each other, the stage that gives less access counts:
    /// a blocked account has no local log-in and no invitation, and a request goes before an invitation.
    fn from(flat: FlatAccount) -> Self {
        let blocked = Life::Blocked { fingerprint: flat.work.clone(), asked: flat.asked.clone() };
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
            life: if flat.blocked { blocked } else { Life::with(means, pending) },
        }
    }
}

impl From<StoredAccount> for FlatAccount {
    fn from(account: StoredAccount) -> Self {
        let (asked, invitation) = (account.asked().cloned(), account.invitation().cloned());
        Self {
            blocked: account.is_blocked(),
            credential: account.credential().map(str::to_owned),
            work: account.fingerprint().map(str::to_owned),
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
