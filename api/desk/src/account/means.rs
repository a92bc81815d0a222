//! What somebody logs in with. It hangs beside the account: another way to log in does not make another person.
use shared::contract::LogInMeans;

/// What somebody logs in with.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Means {
    /// A password with a second factor: the name of its credential ([`super::credential`]).
    Local(String),
    /// A work account: the fingerprint by which it is found ([`super::work`]).
    Work(String),
    /// Both: the holder linked a work account, or an invitation that was made on the server gave a work account a local
    /// log-in too.
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
    pub fn with_credential(self, credential: String) -> Self {
        match self {
            Self::Local(_) => Self::Local(credential),
            Self::Work(fingerprint) | Self::Both { fingerprint, .. } => Self::Both { credential, fingerprint },
        }
    }

    /// With this work account, where there was none.
    pub fn with_work_account(self, fingerprint: String) -> Self {
        match self {
            Self::Local(credential) => Self::Both { credential, fingerprint },
            linked @ (Self::Work(_) | Self::Both { .. }) => linked,
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

    /// As the beheerder sees them.
    pub fn view(&self) -> Vec<LogInMeans> {
        match self {
            Self::Local(_) => vec![LogInMeans::Local],
            Self::Work(_) => vec![LogInMeans::Work],
            Self::Both { .. } => vec![LogInMeans::Local, LogInMeans::Work],
        }
    }
}
