//! The form of an account on disk: one object with all fields of all stages beside each other.
//!
//! This is the form that was always written, with fields added over time. It is kept on purpose, and the stage is
//! worked out when an account loads ([`super::load`]). So there is one form to read instead of two, and an earlier
//! version can still read what this one writes, for instance after a backup was put back.
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::AccessKind,
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
    text::{Line, Login},
};

/// An account as JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct FlatAccount {
    pub id: AccountId,
    #[serde(rename = "revisie")]
    pub revision: Revision,
    #[serde(rename = "inlognaam")]
    pub login: Login,
    #[serde(rename = "naam")]
    pub name: Line,
    #[serde(rename = "rol")]
    pub role: Role,
    #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    #[serde(rename = "geblokkeerd")]
    pub blocked: bool,
    #[serde(rename = "tijdperk")]
    pub epoch: u32,
    #[serde(rename = "inlogmiddel", default)]
    pub credential: Option<String>,
    #[serde(rename = "gevraagd", default)]
    pub asked: Option<StoredAsked>,
    #[serde(rename = "uitnodiging", default)]
    pub invitation: Option<StoredInvitation>,
    #[serde(rename = "gegeven", default)]
    pub given: Option<StoredGiven>,
    #[serde(rename = "werkaccount", default)]
    pub work: Option<String>,
    /// An arrival. It is blocked as well, because an earlier version does not know this field.
    #[serde(rename = "aangekomen", default, skip_serializing_if = "std::ops::Not::not")]
    pub arrived: bool,
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
