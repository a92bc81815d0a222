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
        /// Weet ik niet. Of somebody is a minor: counts as yes.
        Unknown = "weet-niet",
    }
);
