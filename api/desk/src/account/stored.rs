//! An account, as the desk works with it. [`super::flat`] is its form on disk.
use super::{
    flat::{FlatAccount, StoredAsked, StoredDeparture, StoredGiven, StoredInvitation},
    life::{Life, Pending},
    means::Means,
};
use kit::{
    Failure, clock,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{AccountView, LogInMeans, NewAccount, OfficerView},
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
    text::{Line, Login},
};

/// The cell of the account list.
pub const ACCOUNTS: Cell<Cases, Vec<StoredAccount>> = cell::accounts();

/// Somebody with an account: one person, however they log in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "FlatAccount", into = "FlatAccount")]
pub struct StoredAccount {
    /// The account's id.
    pub id: AccountId,
    /// Counts changes.
    pub revision: Revision,
    /// Log-in name.
    pub login: Login,
    /// Name.
    pub name: Line,
    /// Role.
    pub role: Role,
    /// An AF's function, by the profile's id of it.
    pub function: Option<FunctionId>,
    /// Sessions of an earlier epoch are over.
    pub epoch: u32,
    /// The access that was given last.
    pub(super) given: Option<StoredGiven>,
    /// The stage it is in.
    pub(super) life: Life,
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
            epoch: 1,
            given: None,
            life: Life::NotEnrolled(None),
        })
    }

    /// When access was given last.
    #[must_use]
    pub fn access_given(&self) -> Option<Moment> {
        self.given.as_ref().map(|given| given.at)
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
            blocked: self.is_blocked(),
            function: self.function.clone(),
            enrolled: !self.has_arrived() && (self.credential().is_some() || self.fingerprint().is_some()),
            means: self.means(),
            asked: self.asked().map(|asked| asked.at),
            invited_until: self.invitation().map(|invitation| invitation.until),
            left: self.departure().map(|departure| departure.at),
        }
    }

    /// Whether its holder can log in: enrolled, and not blocked.
    #[must_use]
    pub fn can_log_in(&self) -> bool {
        match self.life {
            Life::Enrolled { .. } => true,
            Life::Arrived { .. } | Life::NotEnrolled(_) | Life::Blocked { .. } => false,
        }
    }

    /// Whether it is an arrival: a work account of which it is not known whose it is.
    #[must_use]
    pub fn has_arrived(&self) -> bool {
        match self.life {
            Life::Arrived { .. } => true,
            Life::NotEnrolled(_) | Life::Enrolled { .. } | Life::Blocked { .. } => false,
        }
    }

    /// Whether cases can be given to its holder: an AF who can log in.
    #[must_use]
    pub fn takes_cases(&self) -> bool {
        self.role == Role::Officer && self.can_log_in()
    }

    /// Whether a beheerder blocked it. That is not the opposite of [`Self::can_log_in`]: an account that is not
    /// enrolled is neither.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        match self.life {
            Life::Blocked { .. } => true,
            Life::Arrived { .. } | Life::NotEnrolled(_) | Life::Enrolled { .. } => false,
        }
    }

    /// The account as shown in lists and timelines. It is active when cases can be given to it.
    #[must_use]
    pub fn named(&self) -> OfficerView {
        OfficerView { id: self.id.clone(), name: self.name.clone(), active: self.takes_cases() }
    }

    /// The name of its credential, if it has a local log-in.
    #[must_use]
    pub fn credential(&self) -> Option<&str> {
        self.life.means()?.credential()
    }

    /// The ways to log in; the work account of an arrival and of a blocked account too.
    fn means(&self) -> Vec<LogInMeans> {
        let closed = || self.fingerprint().map(|_| LogInMeans::Work).into_iter().collect();
        self.life.means().map_or_else(closed, Means::view)
    }

    /// The fingerprint of its work account, if it has one; of an arrival and of a blocked account too.
    #[must_use]
    pub fn fingerprint(&self) -> Option<&str> {
        self.life.fingerprint()
    }

    /// Whether its holder has a work account, and no password here that a new invitation could replace.
    pub(super) fn logs_in_elsewhere(&self) -> bool {
        self.life.means().is_some_and(|means| means.fingerprint().is_some() && means.credential().is_none())
    }

    /// The request that waits for a second person.
    pub(super) fn asked(&self) -> Option<&StoredAsked> {
        self.life.asked()
    }

    /// Whether this person still has to say that they saw the access that its holder got: of somebody else, which they
    /// did not confirm themselves.
    pub(super) fn is_unseen_by(&self, who: &AccountId) -> bool {
        let watched = match self.role {
            Role::Officer | Role::Administrator | Role::PrivacyOfficer | Role::Adviser => true,
            Role::Analyst => false,
        };
        let unseen = |given: &StoredGiven| given.confirmed_by.as_ref() != Some(who) && !given.seen_by.contains(who);
        watched && self.id != *who && self.given.as_ref().is_some_and(unseen)
    }

    /// The invitation that was not accepted yet.
    pub(super) fn invitation(&self) -> Option<&StoredInvitation> {
        match self.life.pending()? {
            Pending::Invited(invitation) => Some(invitation),
            Pending::Asked(_) => None,
        }
    }

    /// That its holder left for good, once a second person has confirmed it. It ends when the account is unblocked.
    pub(crate) fn departure(&self) -> Option<&StoredDeparture> {
        match &self.life {
            Life::Blocked { left, .. } => left.as_ref(),
            Life::Arrived { .. } | Life::NotEnrolled(_) | Life::Enrolled { .. } => None,
        }
    }
}
