//! The life of an account: access is asked for, an invitation is given, its holder enrols, and an account can be
//! blocked. Each stage holds what exists in that stage, and nothing else.
use super::{
    flat::{StoredAsked, StoredDeparture, StoredInvitation},
    means::Means,
};

/// Access that was asked for or offered, and not taken yet.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Pending {
    /// It waits for a second person.
    Asked(StoredAsked),
    /// An invitation was given.
    Invited(StoredInvitation),
}

/// The stage of an account.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Life {
    /// An arrival: a work account that nobody here is known to have, in a role that takes a second person. It gives no
    /// access. Either its holder logs in locally too, and it becomes a second way to log in with that account; or a
    /// second person confirms that this is somebody new.
    Arrived {
        /// Of the work account.
        fingerprint: String,
        /// The request, which waits for a second person; none after a refusal.
        asked: Option<StoredAsked>,
    },
    /// Nobody can log in with it yet. Nothing is pending after access was refused or withdrawn.
    NotEnrolled(Option<Pending>),
    /// Its holder can log in. What is pending gives them another local log-in in place of the present one.
    Enrolled { means: Means, renewal: Option<Pending> },
    /// Nobody can log in. The local log-in is gone: somebody who comes back gets a new invitation.
    Blocked {
        /// The work account, which is recognised and kept out.
        fingerprint: Option<String>,
        /// A request to unblock it, or to record that its holder left, which waits for a second person.
        asked: Option<StoredAsked>,
        /// Its holder left for good, which a second person confirmed.
        left: Option<StoredDeparture>,
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
            Self::Arrived { .. } | Self::Blocked { .. } => None,
        }
    }

    /// The request that waits for a second person: for access, of an arrival too, or to unblock the account.
    pub fn asked(&self) -> Option<&StoredAsked> {
        match self {
            Self::Arrived { asked, .. } | Self::Blocked { asked, .. } => asked.as_ref(),
            Self::NotEnrolled(_) | Self::Enrolled { .. } => match self.pending()? {
                Pending::Asked(asked) => Some(asked),
                Pending::Invited(_) => None,
            },
        }
    }

    /// What its holder logs in with, if they can.
    pub fn means(&self) -> Option<&Means> {
        match self {
            Self::Enrolled { means, .. } => Some(means),
            Self::Arrived { .. } | Self::NotEnrolled(_) | Self::Blocked { .. } => None,
        }
    }

    /// The fingerprint of the work account, if there is one; of an arrival and of a blocked account too.
    pub fn fingerprint(&self) -> Option<&str> {
        match self {
            Self::Arrived { fingerprint, .. } => Some(fingerprint),
            Self::Enrolled { means, .. } => means.fingerprint(),
            Self::Blocked { fingerprint, .. } => fingerprint.as_deref(),
            Self::NotEnrolled(_) => None,
        }
    }

    /// The same with other pending access. An arrival and a blocked account have none; a request for them ends.
    pub fn pend(self, pending: Option<Pending>) -> Self {
        match self {
            Self::Arrived { fingerprint, .. } => Self::Arrived { fingerprint, asked: None },
            Self::NotEnrolled(_) => Self::NotEnrolled(pending),
            Self::Enrolled { means, .. } => Self::Enrolled { means, renewal: pending },
            Self::Blocked { fingerprint, left, .. } => Self::Blocked { fingerprint, asked: None, left },
        }
    }

    /// The holder accepted an invitation, and logs in with this credential from now on. An arrival and a blocked
    /// account stay as they are.
    pub fn enrol(self, credential: String) -> Self {
        match self {
            Self::NotEnrolled(_) => Self::Enrolled { means: Means::Local(credential), renewal: None },
            Self::Enrolled { means, .. } => Self::Enrolled { means: means.with_credential(credential), renewal: None },
            closed @ (Self::Arrived { .. } | Self::Blocked { .. }) => closed,
        }
    }

    /// With this work account beside the local log-in. Other stages stay as they are.
    pub fn link(self, fingerprint: String) -> Self {
        match self {
            Self::Enrolled { means, renewal } => {
                Self::Enrolled { means: means.with_work_account(fingerprint), renewal }
            }
            other @ (Self::Arrived { .. } | Self::NotEnrolled(_) | Self::Blocked { .. }) => other,
        }
    }

    /// Blocked, from any stage: the local log-in and whatever was pending are gone.
    pub fn block(self) -> Self {
        let left = match &self {
            Self::Blocked { left, .. } => left.clone(),
            Self::Arrived { .. } | Self::NotEnrolled(_) | Self::Enrolled { .. } => None,
        };
        Self::Blocked { fingerprint: self.fingerprint().map(str::to_owned), asked: None, left }
    }

    /// The holder of a blocked account left for good. Another stage stays as it is.
    pub fn depart(self, departure: StoredDeparture) -> Self {
        match self {
            Self::Blocked { fingerprint, .. } => Self::Blocked { fingerprint, asked: None, left: Some(departure) },
            Self::Arrived { .. } | Self::NotEnrolled(_) | Self::Enrolled { .. } => self,
        }
    }

    /// With a request to let an arrival in, or about a blocked account. Another stage stays as it is.
    pub fn ask_to_open(self, asked: StoredAsked) -> Self {
        match self {
            Self::Arrived { fingerprint, .. } => Self::Arrived { fingerprint, asked: Some(asked) },
            Self::Blocked { fingerprint, left, .. } => Self::Blocked { fingerprint, asked: Some(asked), left },
            Self::NotEnrolled(_) | Self::Enrolled { .. } => self,
        }
    }

    /// Let in anew. `asks` is the request that waits for a second person, where the role takes one. `keeps` says that
    /// what its holder logs in with stays. An invitation ends; a blocked account stays blocked.
    pub fn recall(self, asks: Option<StoredAsked>, keeps: bool) -> Self {
        match self {
            Self::Arrived { .. } => self,
            Self::Blocked { fingerprint, left, .. } => Self::Blocked { fingerprint, asked: None, left },
            Self::NotEnrolled(Some(Pending::Invited(_))) => Self::NotEnrolled(asks.map(Pending::Asked)),
            Self::NotEnrolled(Some(Pending::Asked(_)) | None) => self,
            Self::Enrolled { means, .. } if keeps => Self::Enrolled { means, renewal: None },
            Self::Enrolled { means, .. } => match (means.fingerprint().map(str::to_owned), asks) {
                (Some(fingerprint), Some(asked)) => Self::Arrived { fingerprint, asked: Some(asked) },
                (Some(fingerprint), None) => Self::with(Some(Means::Work(fingerprint)), None),
                (None, asks) => Self::NotEnrolled(asks.map(Pending::Asked)),
            },
        }
    }

    /// Let in, or no longer blocked: the work account can be used, and without one an invitation is needed. Another
    /// stage stays as it is.
    pub fn open(self) -> Self {
        match self {
            Self::Arrived { fingerprint, .. } => Self::with(Some(Means::Work(fingerprint)), None),
            Self::Blocked { fingerprint, .. } => Self::with(fingerprint.map(Means::Work), None),
            Self::NotEnrolled(_) | Self::Enrolled { .. } => self,
        }
    }
}
