//! What an AF records about Veilig Thuis (VTT), and about the facts that call for it.
use crate::{
    answer::Known,
    choice::choice,
    report::VttContact,
    text::{Line, Prose},
};
use serde::{Deserialize, Serialize};

choice!(
    /// What an AF can record about Veilig Thuis. The melder's form has the first four of these.
    VttStand {
        /// Gemeld.
        Reported = "gemeld",
        /// Advies gevraagd: not a melding.
        Advised = "advies-gevraagd",
        /// Niet bereikt.
        NotReached = "niet-bereikt",
        /// Nog niet, met de reden.
        NotYet = "nog-niet",
        /// Veilig Thuis neemt het over.
        TakenOver = "overgenomen",
        /// Veilig Thuis neemt het niet aan.
        Declined = "niet-aangenomen",
        /// Niet nodig, want …
        NotNeeded = "niet-nodig",
    }
);
choice!(
    /// Why Veilig Thuis is not needed (domain §3, step 0).
    NotNeededFor {
        /// Toch volwassen. Says nothing about danger.
        Adult = "toch-volwassen",
        /// Het is thuis niet onveilig. Says nothing about a minor.
        SafeAtHome = "thuis-niet-onveilig",
        /// Another reason, in words.
        Other = "anders",
    }
);
note!(
    /// Why Veilig Thuis is not needed.
    NotNeeded {
        /// The kind of reason.
        #[serde(rename = "omdat")]
        because: NotNeededFor,
        /// The reason, in words.
        #[serde(rename = "waarom")]
        why: Line,
    }
);

/// The contact with Veilig Thuis as an AF records it. The first four forms are those of the melder's answer
/// ([`VttContact`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "stand", rename_all = "kebab-case", deny_unknown_fields)]
pub enum VttNote {
    /// A melding was made.
    #[serde(rename = "gemeld")]
    Reported {
        /// The person who reported it there.
        #[serde(rename = "wie")]
        who: Line,
        /// The time, in words.
        #[serde(rename = "wanneer")]
        when: Line,
        /// The reference VTT gave.
        #[serde(rename = "kenmerk", default)]
        reference: Option<Line>,
    },
    /// Advice was asked. That is not a melding.
    #[serde(rename = "advies-gevraagd")]
    Advised {},
    /// Called, nobody answered.
    #[serde(rename = "niet-bereikt")]
    NotReached {},
    /// Not yet, and why.
    #[serde(rename = "nog-niet")]
    NotYet {
        /// The reason.
        #[serde(rename = "waarom")]
        why: Line,
    },
    /// VTT takes it over: then the gemeente does no research of its own in the household, unless that was agreed.
    #[serde(rename = "overgenomen")]
    TakenOver {
        /// The person or team at VTT that has it.
        #[serde(rename = "wie")]
        who: Line,
        /// The time, in words.
        #[serde(rename = "wanneer")]
        when: Line,
        /// The reference VTT gave.
        #[serde(rename = "kenmerk", default)]
        reference: Option<Line>,
    },
    /// VTT does not take it: KMT is asked the same day.
    #[serde(rename = "niet-aangenomen")]
    Declined {
        /// The reason that VTT gave.
        #[serde(rename = "waarom")]
        why: Line,
    },
    /// Not needed, and why.
    #[serde(rename = "niet-nodig")]
    NotNeeded {
        /// The kind of reason.
        #[serde(rename = "omdat")]
        because: NotNeededFor,
        /// The reason, in words.
        #[serde(rename = "waarom")]
        why: Line,
    },
}

impl From<&VttContact> for VttNote {
    fn from(answer: &VttContact) -> Self {
        match answer.clone() {
            VttContact::Reported { who, when, reference } => Self::Reported { who, when, reference },
            VttContact::Advised {} => Self::Advised {},
            VttContact::NotReached {} => Self::NotReached {},
            VttContact::NotYet { why } => Self::NotYet { why },
        }
    }
}

impl From<NotNeeded> for VttNote {
    fn from(NotNeeded { because, why }: NotNeeded) -> Self {
        Self::NotNeeded { because, why }
    }
}

choice!(
    /// A fact that calls for Veilig Thuis.
    SafetyFact {
        /// Is er iemand jonger dan 18 bij?
        Minor = "jonger-dan-18",
        /// Is er nu gevaar?
        Danger = "gevaar",
    }
);
note!(
    /// An AF knows better than the melder did. The melder's answer stays as it was.
    SafetyCorrection {
        /// The fact.
        #[serde(rename = "wat")]
        fact: SafetyFact,
        /// What it is.
        #[serde(rename = "is")]
        is: Known,
        /// How the AF knows.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
