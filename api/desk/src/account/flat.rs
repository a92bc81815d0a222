//! The form of an account on disk: one object with all fields of all stages beside each other.
//!
//! This is the form that was always written, with fields added over time. It is kept on purpose, and the stage is
//! worked out when an account loads ([`super::load`]). So there is one form to read instead of two, and an earlier
//! version can still read what this one writes, for instance after a backup was put back.
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{AccessKind, FunctionChange},
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
    #[serde(rename = "vertrokken", default, skip_serializing_if = "Option::is_none")]
    pub left: Option<StoredDeparture>,
    /// An arrival. It is blocked as well, because an earlier version does not know this field.
    #[serde(rename = "aangekomen", default, skip_serializing_if = "std::ops::Not::not")]
    pub arrived: bool,
}

/// Who asked for something that a second person confirms, and when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredAsked {
    #[serde(rename = "door")]
    pub by: AccountId,
    #[serde(rename = "op")]
    pub at: Moment,
    #[serde(rename = "wat", default, skip_serializing_if = "Wanted::is_access")]
    pub wanted: Wanted,
    /// Of a request for an invitation: the hash of its first half.
    #[serde(rename = "helft", default, skip_serializing_if = "Option::is_none")]
    pub half: Option<String>,
}

impl StoredAsked {
    /// A request for access, or to end that an account is blocked.
    pub fn access(by: &AccountId, at: Moment) -> Self {
        Self::of(by, at, Wanted::Access)
    }

    /// A request that leads to no invitation.
    pub fn of(by: &AccountId, at: Moment, wanted: Wanted) -> Self {
        Self { by: by.clone(), at, wanted, half: None }
    }
}

/// What was asked for.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Wanted {
    /// Access.
    #[default]
    #[serde(rename = "toegang")]
    Access,
    /// Another function.
    #[serde(rename = "functie")]
    Function {
        #[serde(rename = "naar")]
        to: Option<FunctionId>,
    },
    /// That its holder left for good.
    #[serde(rename = "vertrek")]
    Departure {
        #[serde(rename = "reden")]
        reason: Line,
    },
}

impl Wanted {
    fn is_access(&self) -> bool {
        *self == Self::Access
    }
}

/// Somebody left for good: colleagues may take over their cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredDeparture {
    #[serde(rename = "reden")]
    pub reason: Line,
    #[serde(rename = "bevestigdDoor")]
    pub confirmed_by: AccountId,
    #[serde(rename = "op")]
    pub at: Moment,
}

/// An invitation: only the hash of its token; of two halves, the hash of their hashes.
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
    /// Of another function: which.
    #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionChange>,
    /// Who has seen it.
    #[serde(rename = "gezienDoor", default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<AccountId>,
}

impl StoredGiven {
    /// Access that nobody has seen yet.
    pub fn new(kind: AccessKind, asked_by: Option<AccountId>, confirmed_by: Option<AccountId>, at: Moment) -> Self {
        Self { kind, asked_by, confirmed_by, at, function: None, seen_by: Vec::new() }
    }
}
