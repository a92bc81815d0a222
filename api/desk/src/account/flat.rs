//! The form of an account on disk: one object with all fields of all stages beside each other.
//!
//! This is the form that was always written, with fields added over time. It is kept on purpose, and [`Life`] is worked
//! out when an account loads. So there is one form to read instead of two, and an earlier version can still read what
//! this one writes, for instance after a backup was put back.
use super::{
    life::{Life, Means, Pending},
    stored::StoredAccount,
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::AccessKind,
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
    text::{Line, Login},
};

/// An account as JSON. Only this file makes or reads one.
#[derive(Serialize, Deserialize)]
pub(super) struct FlatAccount {
    id: AccountId,
    #[serde(rename = "revisie")]
    revision: Revision,
    #[serde(rename = "inlognaam")]
    login: Login,
    #[serde(rename = "naam")]
    name: Line,
    #[serde(rename = "rol")]
    role: Role,
    #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
    function: Option<FunctionId>,
    #[serde(rename = "geblokkeerd")]
    blocked: bool,
    #[serde(rename = "tijdperk")]
    epoch: u32,
    #[serde(rename = "inlogmiddel", default)]
    credential: Option<String>,
    #[serde(rename = "gevraagd", default)]
    asked: Option<StoredAsked>,
    #[serde(rename = "uitnodiging", default)]
    invitation: Option<StoredInvitation>,
    #[serde(rename = "gegeven", default)]
    given: Option<StoredGiven>,
    #[serde(rename = "werkaccount", default)]
    work: Option<String>,
}

/// Who asked for access, and when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredAsked {
    #[serde(rename = "door")]
    pub by: AccountId,
    #[serde(rename = "op")]
    pub at: Moment,
}

/// An invitation: only the hash of its token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredInvitation {
    #[serde(rename = "woord")]
    pub hash: String,
    #[serde(rename = "geldigTot")]
    pub until: Moment,
}

/// Access that was given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredGiven {
    #[serde(rename = "soort")]
    pub kind: AccessKind,
    #[serde(rename = "gevraagdDoor")]
    pub asked_by: Option<AccountId>,
    #[serde(rename = "bevestigdDoor")]
    pub confirmed_by: Option<AccountId>,
    #[serde(rename = "op")]
    pub at: Moment,
}

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
