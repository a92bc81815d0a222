//! From the form on disk to the stages of life, and back.
use super::{
    flat::FlatAccount,
    life::{Life, Means, Pending},
    stored::StoredAccount,
};

impl From<FlatAccount> for StoredAccount {
    /// Every combination of fields loads. Where they contradict each other, the stage that gives less access counts:
    /// what was pending for a blocked account is dropped, and a request goes before an invitation.
    fn from(flat: FlatAccount) -> Self {
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
            life: if flat.blocked { Life::Blocked(means) } else { Life::with(means, pending) },
        }
    }
}

impl From<StoredAccount> for FlatAccount {
    fn from(account: StoredAccount) -> Self {
        let (asked, invitation) = match account.life.pending().cloned() {
            Some(Pending::Asked(asked)) => (Some(asked), None),
            Some(Pending::Invited(invitation)) => (None, Some(invitation)),
            None => (None, None),
        };
        let means = account.life.means();
        Self {
            blocked: account.is_blocked(),
            credential: means.and_then(Means::credential).map(str::to_owned),
            work: means.and_then(Means::fingerprint).map(str::to_owned),
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
