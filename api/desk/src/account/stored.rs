//! An account as it is stored.
use kit::{
    Failure, clock, hex,
    inbox::secret::token_hash,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{AccessKind, AccountView, Invitation, NewAccount, OfficerView},
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
    text::{Line, Login},
};

/// The cell of the account list.
pub const ACCOUNTS: Cell<Cases, Vec<StoredAccount>> = cell::accounts();

/// A week: long enough to hand it over in person.
const VALID_SECONDS: i64 = 7 * 24 * 3600;

/// Somebody with a log-in, as stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredAccount {
    /// The account's id.
    pub id: AccountId,
    /// Counts changes.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Log-in name.
    #[serde(rename = "inlognaam")]
    pub login: Login,
    /// Name.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Role.
    #[serde(rename = "rol")]
    pub role: Role,
    /// An AF's function, by the profile's id of it.
    #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    /// Cannot log in.
    #[serde(rename = "geblokkeerd")]
    pub blocked: bool,
    /// Sessions of an earlier epoch are over.
    #[serde(rename = "tijdperk")]
    pub epoch: u32,
    /// Its credential; none before an invitation is accepted.
    #[serde(rename = "inlogmiddel", default)]
    pub credential: Option<String>,
    /// Access that waits for a second person.
    #[serde(rename = "gevraagd", default)]
    pub(super) asked: Option<StoredAsked>,
    /// An invitation that was not accepted yet.
    #[serde(rename = "uitnodiging", default)]
    pub(super) invitation: Option<StoredInvitation>,
    /// The access that was given last.
    #[serde(rename = "gegeven", default)]
    pub(super) given: Option<StoredGiven>,
    /// For a work account: the fingerprint by which it is found ([`work`]). It has no credential here.
    #[serde(rename = "werkaccount", default)]
    pub(super) work: Option<String>,
}

/// A request for access: the account that asked, and when.
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

impl StoredAccount {
    pub(super) fn new(new: NewAccount) -> Result<Self, Failure> {
        Ok(Self {
            id: AccountId::from_bytes(&clock::random()?),
            revision: Revision(1),
            login: new.login,
            name: new.name,
            role: new.role,
            function: new.function,
            blocked: false,
            epoch: 1,
            credential: None,
            asked: None,
            invitation: None,
            given: None,
            work: None,
        })
    }

    /// The view for the beheerder.
    #[must_use]
    pub fn view(&self) -> AccountView {
        AccountView {
            id: self.id.clone(),
            revision: self.revision,
            login: self.login.clone(),
            name: self.name.clone(),
            role: self.role,
            blocked: self.blocked,
            function: self.function.clone(),
            enrolled: self.credential.is_some() || self.work.is_some(),
            asked: self.asked.as_ref().map(|asked| asked.at),
            invited_until: self.invitation.as_ref().map(|invitation| invitation.until),
        }
    }

    /// Whether somebody can log in with it.
    #[must_use]
    pub fn is_active(&self) -> bool {
        (self.credential.is_some() || self.work.is_some()) && !self.blocked
    }

    /// The account as shown in lists and timelines. It is active when its owner can log in.
    #[must_use]
    pub fn named(&self) -> OfficerView {
        OfficerView { id: self.id.clone(), name: self.name.clone(), active: self.is_active() }
    }

    /// A first account or another way to log in.
    pub(super) fn kind(&self) -> AccessKind {
        if self.credential.is_some() { AccessKind::Again } else { AccessKind::New }
    }

    /// Access is asked for, or given at once where no second person is needed.
    pub(super) fn ask(&mut self, by: &AccountId, at: Moment) -> Result<Option<Invitation>, Failure> {
        self.invitation = None;
        if self.role.needs_second_person() {
            self.asked = Some(StoredAsked { by: by.clone(), at });
            return Ok(None);
        }
        self.invite(Some(by.clone()), None, at).map(Some)
    }

    /// Makes the only valid invitation. Its token is returned, and stored nowhere.
    pub(super) fn invite(
        &mut self,
        asked_by: Option<AccountId>,
        confirmed_by: Option<AccountId>,
        at: Moment,
    ) -> Result<Invitation, Failure> {
        let (made, invitation) = make_invitation(at)?;
        self.given = Some(StoredGiven { kind: self.kind(), asked_by, confirmed_by, at });
        (self.asked, self.invitation) = (None, Some(made));
        Ok(invitation)
    }
}

/// A new token, as it is kept and as it is shown.
fn make_invitation(at: Moment) -> Result<(StoredInvitation, Invitation), Failure> {
    let (word, until) = (hex::encode(&clock::random::<16>()?), at.plus_seconds(VALID_SECONDS));
    Ok((StoredInvitation { hash: token_hash(&word), until }, Invitation { word, until }))
}
