//! The life of an account: access is asked for, an invitation is given, its holder enrols, and an account can be
//! blocked. Each stage holds what exists in that stage, and nothing else.
use super::flat::{StoredAsked, StoredInvitation};

/// Access that was asked for or offered, and not taken yet.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Pending {
    /// It waits for a second person.
    Asked(StoredAsked),
    /// An invitation was given.
    Invited(StoredInvitation),
}

/// What somebody logs in with.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Means {
    /// A password with a second factor: the name of its credential ([`super::credential`]).
    Local(String),
    /// A work account: the fingerprint by which it is found ([`super::work`]).
    Work(String),
    /// Both: an invitation that was made on the server gave a work account a local log-in too.
    Both { credential: String, fingerprint: String },
}

impl Means {
    /// From what there is; `None` when there is neither.
    pub fn of(credential: Option<String>, fingerprint: Option<String>) -> Option<Self> {
        match (credential, fingerprint) {
            (Some(credential), Some(fingerprint)) => Some(Self::Both { credential, fingerprint }),
            (Some(credential), None) => Some(Self::Local(credential)),
            (None, Some(fingerprint)) => Some(Self::Work(fingerprint)),
            (None, None) => None,
        }
    }

    /// With this credential instead of an earlier one.
    fn with(self, credential: String) -> Self {
        match self {
            Self::Local(_) => Self::Local(credential),
            Self::Work(fingerprint) | Self::Both { fingerprint, .. } => Self::Both { credential, fingerprint },
        }
    }

    /// The name of the credential, if there is a local log-in.
    pub fn credential(&self) -> Option<&str> {
        match self {
            Self::Local(credential) | Self::Both { credential, .. } => Some(credential),
            Self::Work(_) => None,
        }
    }

    /// The fingerprint, if there is a work account.
    pub fn fingerprint(&self) -> Option<&str> {
        match self {
            Self::Work(fingerprint) | Self::Both { fingerprint, .. } => Some(fingerprint),
            Self::Local(_) => None,
        }
    }
}

/// The stage of an account.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Life {
    /// Nobody can log in with it yet. Nothing is pending after access was refused or withdrawn.
    NotEnrolled(Option<Pending>),
    /// Its holder can log in. What is pending gives them another local log-in in place of the present one.
    Enrolled { means: Means, renewal: Option<Pending> },
    /// Nobody can log in. Nothing is pending: somebody who comes back gets a new invitation. The means stay, so that a
    /// blocked work account is recognised and kept out.
    Blocked(Option<Means>),
}

impl Life {
    /// The stage in which these means can be used.
    pub fn with(means: Option<Means>, pending: Option<Pending>) -> Self {
        match means {
            Some(means) => Self::Enrolled { means, renewal: pending },
            None => Self::NotEnrolled(pending),
        }
    }

    /// The access that was not taken yet.
    pub fn pending(&self) -> Option<&Pending> {
        match self {
            Self::NotEnrolled(pending) | Self::Enrolled { renewal: pending, .. } => pending.as_ref(),
            Self::Blocked(_) => None,
        }
    }

    /// The means of log-in, of a blocked account too.
    pub fn means(&self) -> Option<&Means> {
        match self {
            Self::Enrolled { means, .. } => Some(means),
            Self::Blocked(means) => means.as_ref(),
            Self::NotEnrolled(_) => None,
        }
    }

    /// The same with other pending access. A blocked account has none.
    pub fn pend(self, pending: Option<Pending>) -> Self {
        match self {
            Self::NotEnrolled(_) => Self::NotEnrolled(pending),
            Self::Enrolled { means, .. } => Self::Enrolled { means, renewal: pending },
            Self::Blocked(means) => Self::Blocked(means),
        }
    }

    /// The holder accepted an invitation, and logs in with this credential from now on. A blocked account stays
    /// blocked.
    pub fn enrol(self, credential: String) -> Self {
        match self {
            Self::NotEnrolled(_) => Self::Enrolled { means: Means::Local(credential), renewal: None },
            Self::Enrolled { means, .. } => Self::Enrolled { means: means.with(credential), renewal: None },
            Self::Blocked(means) => Self::Blocked(means),
        }
    }

    /// Blocked, from any stage.
    pub fn block(self) -> Self {
        match self {
            Self::NotEnrolled(_) => Self::Blocked(None),
            Self::Enrolled { means, .. } => Self::Blocked(Some(means)),
            Self::Blocked(means) => Self::Blocked(means),
        }
    }

    /// No longer blocked. Another stage stays as it is.
    pub fn unblock(self) -> Self {
        match self {
            Self::Blocked(means) => Self::with(means, None),
            Self::NotEnrolled(_) | Self::Enrolled { .. } => self,
        }
    }
}
