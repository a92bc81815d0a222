use super::notes::{Advice, Correction, Deferral, Informed, Request, TakenOver, Why};
use crate::report::choice;
use serde::{Deserialize, Serialize};

choice!(
    /// What can be asked here, without its content.
    RightsKind {
        /// Corrigeren.
        Correct = "corrigeren",
        /// Bewaarplicht.
        Hold = "bewaarplicht",
        /// Bewaarplicht kan eraf.
        ProposeLift = "bewaarplicht-eraf",
        /// Akkoord: bewaarplicht eraf. Needs another AF.
        AgreeLift = "bewaarplicht-eraf-akkoord",
        /// Verwerking beperken.
        Restrict = "beperken",
        /// Beperking opheffen.
        LiftRestriction = "beperking-opheffen",
        /// Verzoek vastleggen.
        ReceiveRequest = "verzoek",
        /// Advies over een verzoek.
        AdviseRequest = "verzoek-advies",
        /// Betrokkene is ingelicht.
        Inform = "ingelicht",
        /// Inlichten uitstellen.
        DeferInforming = "inlichten-uitstellen",
        /// Overgenomen door een ander systeem.
        TakeOver = "overgenomen",
    }
);

/// What an AF asks: `{"soort": "bewaarplicht", "inhoud": {…}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum RightsCommand {
    /// Something is wrong and should be otherwise.
    #[serde(rename = "corrigeren")]
    Correct(Correction),
    /// Must be kept, whatever its term says.
    #[serde(rename = "bewaarplicht")]
    Hold(Why),
    /// Need not be kept any more.
    #[serde(rename = "bewaarplicht-eraf")]
    ProposeLift(Why),
    /// Another AF agrees.
    #[serde(rename = "bewaarplicht-eraf-akkoord")]
    AgreeLift,
    /// Only kept, nothing else done with it.
    #[serde(rename = "beperken")]
    Restrict(Why),
    /// Work may go on; who asked for it was told.
    #[serde(rename = "beperking-opheffen")]
    LiftRestriction(Why),
    /// A request came in.
    #[serde(rename = "verzoek")]
    ReceiveRequest(Request),
    /// What the AF advises.
    #[serde(rename = "verzoek-advies")]
    AdviseRequest(Advice),
    /// Somebody was told.
    #[serde(rename = "ingelicht")]
    Inform(Informed),
    /// Telling is put off.
    #[serde(rename = "inlichten-uitstellen")]
    DeferInforming(Deferral),
    /// Another system keeps it from now on.
    #[serde(rename = "overgenomen")]
    TakeOver(TakenOver),
}

impl RightsCommand {
    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> RightsKind {
        match self {
            Self::Correct(_) => RightsKind::Correct,
            Self::Hold(_) => RightsKind::Hold,
            Self::ProposeLift(_) => RightsKind::ProposeLift,
            Self::AgreeLift => RightsKind::AgreeLift,
            Self::Restrict(_) => RightsKind::Restrict,
            Self::LiftRestriction(_) => RightsKind::LiftRestriction,
            Self::ReceiveRequest(_) => RightsKind::ReceiveRequest,
            Self::AdviseRequest(_) => RightsKind::AdviseRequest,
            Self::Inform(_) => RightsKind::Inform,
            Self::DeferInforming(_) => RightsKind::DeferInforming,
            Self::TakeOver(_) => RightsKind::TakeOver,
        }
    }
}
