//! The fixed answers to closed questions.
use crate::choice::choice;

choice!(
    /// Ja of nee.
    YesNo {
        /// Ja.
        Yes = "ja",
        /// Nee.
        No = "nee",
    }
);
choice!(
    /// Ja, nee of weet ik niet.
    Known {
        /// Ja.
        Yes = "ja",
        /// Nee.
        No = "nee",
        /// Weet ik niet. Of a minor and of danger: counts as yes.
        Unknown = "weet-niet",
    }
);

impl Known {
    /// Of two answers to the same question the one that weighs more: a yes, then a "weet ik niet".
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::No, Self::No) => Self::No,
        }
    }

    /// Whether it is more serious than another answer to the same question: a yes more than a "weet ik niet", and that
    /// more than a no.
    #[must_use]
    pub fn is_worse_than(self, other: Self) -> bool {
        self != other && self.or(other) == self
    }

    /// Whether it is treated as a yes: one that is not known is.
    #[must_use]
    pub fn may_be(self) -> bool {
        match self {
            Self::Yes | Self::Unknown => true,
            Self::No => false,
        }
    }
}
