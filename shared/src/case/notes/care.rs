//! Opening what a case says about care and health.
use crate::{choice::choice, text::Line};

choice!(
    /// The ground on which it is opened [check with FG]. The FG sees it, so nothing about the case is in it.
    CareGround {
        /// Somebody is in danger.
        Danger = "gevaar",
        /// Without it, the werkoverleg cannot decide.
        Decision = "besluit",
        /// The person it is about agrees.
        Agreed = "toestemming",
        /// Veilig Thuis asks for it, or works with it.
        VeiligThuis = "veilig-thuis",
    }
);
note!(
    /// An AF opened it: an event of the case, with no word of what stands there.
    CareOpening {
        /// The ground.
        #[serde(rename = "grond")]
        ground: CareGround,
        /// The reason in words. They are kept in the case alone, and go with it.
        #[serde(rename = "reden")]
        reason: Line,
    }
);
