use super::Draft;
use crate::{
    answer::Known,
    case::notes::{SafetyCorrection, SafetyFact},
    text::Prose,
};

draft!(
    /// A correction of age or danger, as typed.
    SafetyDraft, SafetyField of SafetyCorrection
    fields {
        /// The fact.
        fact: SafetyFact = Fact "wat",
        /// What it is.
        is: Known = Is "is",
        /// How the AF knows.
        reason: Prose = Reason "reden",
    }
);

impl Draft for SafetyDraft {}
