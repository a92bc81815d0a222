//! An account, as the desk works with it. [`super::flat`] is its form on disk.
use super::{
    flat::{FlatAccount, StoredAsked, StoredGiven, StoredInvitation},
    life::{Life, Pending},
    means::Means,
};
use kit::{
    Failure, clock, hex,
    inbox::secret::token_hash,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{AccessKind, AccountView, Invitation, LogInMeans, NewAccount, OfficerView, ProblemKind},
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
    text::{Line, Login},
};

/// The cell of the account list.
pub const ACCOUNTS: Cell<Cases, Vec<StoredAccount>> = cell::accounts();

/// A week: long enough to hand it over in person.
const VALID_SECONDS: i64 = 7 * 24 * 3600;

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

    /// The invitation that was not accepted yet.
    pub(super) fn invitation(&self) -> Option<&StoredInvitation> {
        match self.life.pending()? {
            Pending::Invited(invitation) => Some(invitation),
            Pending::Asked(_) => None,
        }
    }

    /// A first account, another way to log in, a work account of which it is not known whose it is, or the end of being
    /// blocked.
    pub(super) fn kind(&self) -> AccessKind {
        match &self.life {
            Life::Arrived { .. } => AccessKind::Work,
            Life::Blocked { .. } => AccessKind::Unblocked,
            Life::NotEnrolled(_) => AccessKind::New,
            Life::Enrolled { means, .. } if means.credential().is_some() => AccessKind::Again,
            Life::Enrolled { .. } => AccessKind::New,
        }
    }

    /// Goes to another stage.
    pub(super) fn turn(&mut self, to: impl FnOnce(Life) -> Life) {
        let now = std::mem::replace(&mut self.life, Life::NotEnrolled(None));
        self.life = to(now);
    }

    /// Blocks it: every session ends, and the local log-in is gone.
    pub(crate) fn block(&mut self) {
        self.turn(Life::block);
        self.epoch += 1;
    }

    /// Unblocks it. A work account that sees content can be used again only once a second person agrees; otherwise its
    /// holder needs an invitation, which asks for the second person where one is needed.
    pub(super) fn unblock(&mut self, by: &AccountId, at: Moment) {
        if self.role.needs_second_person() && self.fingerprint().is_some() {
            self.turn(|life| life.ask_to_open(StoredAsked { by: by.clone(), at }));
        } else {
            self.turn(Life::open);
        }
    }

    /// A second person agreed that the arrival is somebody new, or that the account is not blocked any more.
    pub(super) fn opened_by(&mut self, asked_by: AccountId, confirmed_by: AccountId, at: Moment) {
        // who arrives asks for it themselves
        let asked_by = Some(asked_by).filter(|by| *by != self.id);
        self.given = Some(StoredGiven { kind: self.kind(), asked_by, confirmed_by: Some(confirmed_by), at });
        self.turn(Life::open);
    }

    /// Access is asked for, or given at once where no second person is needed. An arrival needs no invitation.
    ///
    /// # Errors
    /// A 409 for a blocked account.
    pub(super) fn ask(&mut self, by: &AccountId, at: Moment) -> Result<Option<Invitation>, Failure> {
        if !self.role.needs_second_person() {
            return self.invite(Some(by.clone()), None, at).map(Some);
        }
        if self.has_arrived() {
            self.turn(|life| life.ask_to_open(StoredAsked { by: by.clone(), at }));
            return Ok(None);
        }
        self.refuse_closed()?;
        self.turn(|life| life.pend(Some(Pending::Asked(StoredAsked { by: by.clone(), at }))));
        Ok(None)
    }

    /// Makes the only valid invitation. Its token is returned, and stored nowhere.
    ///
    /// # Errors
    /// A 409 for a blocked account and for an arrival.
    pub(super) fn invite(
        &mut self,
        asked_by: Option<AccountId>,
        confirmed_by: Option<AccountId>,
        at: Moment,
    ) -> Result<Invitation, Failure> {
        self.refuse_closed()?;
        let (made, invitation) = make_invitation(at)?;
        self.given = Some(StoredGiven { kind: self.kind(), asked_by, confirmed_by, at });
        self.turn(|life| life.pend(Some(Pending::Invited(made))));
        Ok(invitation)
    }

    fn refuse_closed(&self) -> Result<(), Failure> {
        let detail = match self.life {
            Life::Arrived { .. } => "Dit werkaccount wacht op een tweede persoon.",
            Life::Blocked { .. } => "Dit account is geblokkeerd. Geef het eerst vrij.",
            Life::NotEnrolled(_) | Life::Enrolled { .. } => return Ok(()),
        };
        Err(Failure::of(ProblemKind::Exists, detail))
    }
}

/// A new token, as it is kept and as it is shown.
fn make_invitation(at: Moment) -> Result<(StoredInvitation, Invitation), Failure> {
    let (word, until) = (hex::encode(&clock::random::<16>()?), at.plus_seconds(VALID_SECONDS));
    Ok((StoredInvitation { hash: token_hash(&word), until }, Invitation { word, until }))
}
