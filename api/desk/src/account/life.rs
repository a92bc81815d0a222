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
    /// Nobody can log in. The local log-in is gone: somebody who comes back gets a new invitation.
    Blocked {
        /// The work account, which is recognised and kept out.
        fingerprint: Option<String>,
        /// A request to unblock it, which waits for a second person.
        asked: Option<StoredAsked>,
    },
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
            Self::Blocked { .. } => None,
        }
    }

    /// The request that waits for a second person: for access, or to unblock the account.
    pub fn asked(&self) -> Option<&StoredAsked> {
        match self {
            Self::Blocked { asked, .. } => asked.as_ref(),
            Self::NotEnrolled(_) | Self::Enrolled { .. } => match self.pending()? {
                Pending::Asked(asked) => Some(asked),
                Pending::Invited(_) => None,
            },
        }
    }

    /// The name of the credential, if there is a local log-in.
    pub fn credential(&self) -> Option<&str> {
        match self {
            Self::Enrolled { means, .. } => means.credential(),
            Self::NotEnrolled(_) | Self::Blocked { .. } => None,
        }
    }

    /// The fingerprint of the work account, if there is one; of a blocked account too.
    pub fn fingerprint(&self) -> Option<&str> {
        match self {
            Self::Enrolled { means, .. } => means.fingerprint(),
            Self::Blocked { fingerprint, .. } => fingerprint.as_deref(),
            Self::NotEnrolled(_) => None,
        }
    }

    /// The same with other pending access. A blocked account has none; a request to unblock it ends.
    pub fn pend(self, pending: Option<Pending>) -> Self {
        match self {
            Self::NotEnrolled(_) => Self::NotEnrolled(pending),
            Self::Enrolled { means, .. } => Self::Enrolled { means, renewal: pending },
            Self::Blocked { fingerprint, .. } => Self::Blocked { fingerprint, asked: None },
        }
    }

    /// The holder accepted an invitation, and logs in with this credential from now on. A blocked account stays as it
    /// is.
    pub fn enrol(self, credential: String) -> Self {
        match self {
            Self::NotEnrolled(_) => Self::Enrolled { means: Means::Local(credential), renewal: None },
            Self::Enrolled { means, .. } => Self::Enrolled { means: means.with(credential), renewal: None },
            blocked @ Self::Blocked { .. } => blocked,
        }
    }

    /// Blocked, from any stage: the local log-in and whatever was pending are gone.
    pub fn block(self) -> Self {
        Self::Blocked { fingerprint: self.fingerprint().map(str::to_owned), asked: None }
    }

    /// A blocked account with a request to unblock it. Another stage stays as it is.
    pub fn ask_to_unblock(self, asked: StoredAsked) -> Self {
        match self {
            Self::Blocked { fingerprint, .. } => Self::Blocked { fingerprint, asked: Some(asked) },
            Self::NotEnrolled(_) | Self::Enrolled { .. } => self,
        }
    }

    /// No longer blocked: a work account can be used again, and otherwise an invitation is needed. Another stage stays
    /// as it is.
    pub fn unblock(self) -> Self {
        match self {
            Self::Blocked { fingerprint, .. } => Self::with(fingerprint.map(Means::Work), None),
            Self::NotEnrolled(_) | Self::Enrolled { .. } => self,
        }
    }
}
