//! What one AF cannot do alone: proposed by one, carried out when a second one agrees.
use super::{
    Exclusion,
    notes::{EarlyEnd, Referral, ReferralTarget, Ruling},
};
use crate::id::AccountId;
use serde::{Deserialize, Serialize};

/// What waits for a second AF [design, domain §3].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud")]
pub enum Proposal {
    /// A decision that sends something to police or Arbeidsinspectie, or names a possible victim where that is not a
    /// matter of course.
    #[serde(rename = "besluit")]
    Ruling(Ruling),
    /// Closing because the report was malicious.
    #[serde(rename = "kwaadwillig")]
    Malicious(EarlyEnd),
    /// An AF who was excluded may see the case again.
    #[serde(rename = "uitsluiting-opheffen")]
    Lift(Exclusion),
}

/// A proposal, and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Who proposed it: not the one who can agree.
    pub by: AccountId,
    /// What.
    pub proposal: Proposal,
}

impl ReferralTarget {
    /// Whether sending there takes two AFs, whatever is sent.
    #[must_use]
    pub fn takes_two(self) -> bool {
        match self {
            Self::Police | Self::Nla => true,
            Self::Kmt
            | Self::Vtt
            | Self::WmoRegie
            | Self::Ondermijning
            | Self::Riec
            | Self::Casustafel
            | Self::Dadertafel
            | Self::Casusoverleg
            | Self::PersonalApproach
            | Self::Comensha
            | Self::TooLittle => false,
        }
    }

    /// Whether naming a possible victim there takes two AFs and the answer to "Kan deze persoon gedwongen zijn?":
    /// those who look for offenders.
    #[must_use]
    pub fn guards_victims(self) -> bool {
        match self {
            Self::Police | Self::Nla | Self::Ondermijning | Self::Riec | Self::Casustafel | Self::Dadertafel => true,
            Self::Kmt
            | Self::Vtt
            | Self::WmoRegie
            | Self::Casusoverleg
            | Self::PersonalApproach
            | Self::Comensha
            | Self::TooLittle => false,
        }
    }
}

impl Referral {
    /// Whether this one takes two AFs.
    #[must_use]
    pub fn takes_two(&self) -> bool {
        self.to.takes_two() || (self.to.guards_victims() && self.coerced.is_some())
    }
}

impl Ruling {
    /// Whether one of its referrals takes two AFs.
    #[must_use]
    pub fn takes_two(&self) -> bool {
        self.referrals.iter().any(Referral::takes_two)
    }
}
