//! Acts that take two people: one proposes, and the act is done when a second one agrees.
use super::{
    Exclusion, ProposedExclusion,
    notes::{EarlyEnd, EarlyUntold, NoContact, NotNeeded, Reason, Ruling, SafetyCorrection, rights::Why},
};
use crate::{id::AccountId, moment::Day, text::Prose};
use serde::{Deserialize, Serialize};

/// An act that waits for a second person [design, domain §3]. Its row in the table says who that may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud")]
pub enum Proposal {
    /// The decision of the werkoverleg.
    #[serde(rename = "besluit")]
    Ruling(Ruling),
    /// Closing because the report was malicious.
    #[serde(rename = "kwaadwillig")]
    Malicious(EarlyEnd),
    /// The route goes on without contact with the melder.
    #[serde(rename = "geen-contact")]
    NoContact(NoContact),
    /// Closing before the decision, without telling the melder.
    #[serde(rename = "eerder-afsluiten-zonder-terugkoppeling")]
    Untold(EarlyUntold),
    /// An AF may not know of the case.
    #[serde(rename = "uitsluiting")]
    Exclude(ProposedExclusion),
    /// An AF who was excluded may see the case again.
    #[serde(rename = "uitsluiting-opheffen")]
    Lift(Exclusion),
    /// Feedback to the melder is impossible.
    #[serde(rename = "geen-terugkoppeling")]
    NoFeedback(Reason),
    /// The case need not be kept any more: its legal hold can end.
    #[serde(rename = "bewaarplicht-eraf")]
    EndHold(Why),
    /// Veilig Thuis is not needed, though there is or may be a minor.
    #[serde(rename = "veilig-thuis-niet-nodig")]
    VttNotNeeded(NotNeeded),
    /// Age or danger is less serious than was known.
    #[serde(rename = "veiligheid-lager")]
    LowerSafety(SafetyCorrection),
}

/// The subject of a proposal. A new proposal replaces an earlier one on the same subject; others keep waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The further course of the case: a decision, or closing early.
    Course,
    /// The contact with the melder.
    Contact,
    /// Who may not know of it.
    Exclusion,
    /// Who may know of it again.
    Lift,
    /// Feedback to the melder.
    Feedback,
    /// The legal hold.
    Hold,
    /// Whether Veilig Thuis is needed.
    Vtt,
    /// Age or danger.
    Safety,
}

impl Proposal {
    /// Its topic.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match self {
            Self::Ruling(_) | Self::Malicious(_) | Self::Untold(_) => Topic::Course,
            Self::NoContact(_) => Topic::Contact,
            Self::Exclude(_) => Topic::Exclusion,
            Self::Lift(_) => Topic::Lift,
            Self::NoFeedback(_) => Topic::Feedback,
            Self::EndHold(_) => Topic::Hold,
            Self::VttNotNeeded(_) => Topic::Vtt,
            Self::LowerSafety(_) => Topic::Safety,
        }
    }

    /// Whether proposing it, or agreeing to it, is work on the route: whoever does that first has the case.
    #[must_use]
    pub fn is_work(&self) -> bool {
        match self {
            Self::NoContact(_) | Self::NoFeedback(_) | Self::VttNotNeeded(_) | Self::LowerSafety(_) => true,
            Self::Ruling(_)
            | Self::Malicious(_)
            | Self::Untold(_)
            | Self::Exclude(_)
            | Self::Lift(_)
            | Self::EndHold(_) => false,
        }
    }

    /// Whether nobody can agree to it any more: an exclusion that worked until the day before.
    #[must_use]
    pub fn has_lapsed(&self, today: Day) -> bool {
        match self {
            Self::Exclude(proposed) => proposed.until.is_some_and(|until| until < today),
            Self::Ruling(_)
            | Self::Malicious(_)
            | Self::NoContact(_)
            | Self::Untold(_)
            | Self::Lift(_)
            | Self::NoFeedback(_)
            | Self::EndHold(_)
            | Self::VttNotNeeded(_)
            | Self::LowerSafety(_) => false,
        }
    }
}

impl Topic {
    /// Whether a proposal still waits when the case has moved on to another step.
    #[must_use]
    pub fn outlives_its_step(self) -> bool {
        match self {
            Self::Exclusion | Self::Hold | Self::Vtt | Self::Safety => true,
            Self::Course | Self::Contact | Self::Lift | Self::Feedback => false,
        }
    }

    /// Whether the work on the case waits for it.
    #[must_use]
    pub fn holds_up_the_work(self) -> bool {
        match self {
            Self::Course | Self::Contact | Self::Feedback => true,
            Self::Exclusion | Self::Lift | Self::Hold | Self::Vtt | Self::Safety => false,
        }
    }
}

/// A proposal, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pending {
    /// The proposer, who cannot agree to it.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// The proposal.
    #[serde(rename = "voorstel")]
    pub proposal: Proposal,
}

/// A proposal that the second person did not agree to, or that was taken back, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rejected {
    /// The proposal, as it waited.
    #[serde(rename = "voorstel")]
    pub proposal: Proposal,
    /// Why, for whoever proposed it and the other AFs of the case.
    #[serde(rename = "reden")]
    pub reason: Prose,
}
