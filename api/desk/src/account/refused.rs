//! Why a log-in with a work account is refused.
use kit::Failure;
use shared::contract::WorkAccountRefusal;

/// Why there is no log-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// A check said no.
    Check(WorkAccountRefusal),
    /// Something else broke.
    Failure(Failure),
}

impl Refused {
    /// The code for the log-in page.
    #[must_use]
    pub fn code(&self) -> WorkAccountRefusal {
        match self {
            Self::Check(refusal) => *refusal,
            Self::Failure(Failure::TooMany { .. }) => WorkAccountRefusal::TooMany,
            Self::Failure(
                Failure::Problem(..)
                | Failure::KeyReused(_)
                | Failure::Price(_)
                | Failure::Unavailable
                | Failure::Unreadable(_)
                | Failure::Keys(_)
                | Failure::Internal(_),
            ) => WorkAccountRefusal::Failure,
        }
    }
}

impl From<WorkAccountRefusal> for Refused {
    fn from(refusal: WorkAccountRefusal) -> Self {
        Self::Check(refusal)
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
