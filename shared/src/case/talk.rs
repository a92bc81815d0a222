use super::{Talk, notes::NoContactReason};

impl Talk {
    /// Why there is none, while there is none.
    #[must_use]
    pub fn missing(&self) -> Option<NoContactReason> {
        match self {
            Self::Held(_) => None,
            Self::Missing(without) => Some(without.note.reason),
            Self::Nobody => Some(NoContactReason::NoReporter),
        }
    }

    /// Whether nobody can tell the melder anything. A melder who does not wish to be called can be told otherwise.
    #[must_use]
    pub fn is_impossible(&self) -> bool {
        match self.missing() {
            Some(NoContactReason::Unreachable | NoContactReason::Gone | NoContactReason::NoReporter) => true,
            Some(NoContactReason::Unwanted) | None => false,
        }
    }
}
