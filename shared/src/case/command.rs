use super::{
    Exclusion,
    notes::{
        Attempt, Confirmation, ContactNote, EarlyEnd, FeedbackNote, FormSheet, KmtCheck, Plan, Reason, Remark, Ruling,
        SourceNote,
    },
};
use crate::{
    id::AccountId,
    report::{VttContact, choice},
};
use serde::{Deserialize, Serialize};

choice!(
    /// What can be asked of a case, without its content. The text form is the command's name on the wire.
    CommandKind {
        /// Niet bereikt.
        RecordAttempt = "poging",
        /// Contact vastleggen.
        RecordContact = "contact",
        /// Meldingsformulier bewaren.
        SaveForm = "formulier",
        /// Onderzoek starten.
        StartInvestigation = "onderzoek-starten",
        /// Bron vastleggen.
        RecordSource = "bron",
        /// KMT-check vastleggen.
        RecordKmtCheck = "kmt-check",
        /// Veilig Thuis vastleggen.
        RecordVtt = "veilig-thuis",
        /// Naar het beslismoment.
        MoveToDecision = "naar-beslismoment",
        /// Besluiten.
        Decide = "besluiten",
        /// Ontvangst bevestigd.
        ConfirmReferral = "ontvangst-bevestigd",
        /// Terugkoppelen.
        GiveFeedback = "terugkoppelen",
        /// Terugkoppelen kan niet.
        ProposeNoFeedback = "geen-terugkoppeling",
        /// Akkoord: terugkoppelen kan niet. Needs another AF.
        AgreeNoFeedback = "geen-terugkoppeling-akkoord",
        /// Afsluiten.
        Close = "afsluiten",
        /// Eerder afsluiten.
        CloseEarly = "eerder-afsluiten",
        /// Heropenen.
        Reopen = "heropenen",
        /// Notitie.
        AddRemark = "notitie",
        /// Toewijzen.
        Assign = "toewijzen",
        /// Nieuwe code voor de melder.
        IssueCode = "nieuwe-code",
        /// Een AF uitsluiten.
        Exclude = "uitsluiten",
        /// Dit is mijn eigen melding.
        OwnReport = "eigen-melding",
        /// Uitsluiting opheffen. Needs another AF.
        ProposeLift = "uitsluiting-opheffen",
        /// Akkoord als tweede AF.
        Agree = "akkoord",
    }
);

/// What an AF asks of a case (opdracht): `{"soort": "contact", "inhoud": {…}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum Command {
    /// The melder was not reached.
    #[serde(rename = "poging")]
    RecordAttempt(Attempt),
    /// The melder was spoken to.
    #[serde(rename = "contact")]
    RecordContact(ContactNote),
    /// A (new) version of the meldingsformulier.
    #[serde(rename = "formulier")]
    SaveForm(FormSheet),
    /// A question and an end date.
    #[serde(rename = "onderzoek-starten")]
    StartInvestigation(Plan),
    /// A source was consulted.
    #[serde(rename = "bron")]
    RecordSource(SourceNote),
    /// KMT was asked.
    #[serde(rename = "kmt-check")]
    RecordKmtCheck(KmtCheck),
    /// What was done about Veilig Thuis.
    #[serde(rename = "veilig-thuis")]
    RecordVtt(VttContact),
    /// On to the werkoverleg.
    #[serde(rename = "naar-beslismoment")]
    MoveToDecision,
    /// The decision.
    #[serde(rename = "besluiten")]
    Decide(Ruling),
    /// A receiver confirmed.
    #[serde(rename = "ontvangst-bevestigd")]
    ConfirmReferral(Confirmation),
    /// The melder was told.
    #[serde(rename = "terugkoppelen")]
    GiveFeedback(FeedbackNote),
    /// The melder cannot be told.
    #[serde(rename = "geen-terugkoppeling")]
    ProposeNoFeedback(Reason),
    /// Another AF agrees.
    #[serde(rename = "geen-terugkoppeling-akkoord")]
    AgreeNoFeedback,
    /// Done.
    #[serde(rename = "afsluiten")]
    Close,
    /// Done before the decision.
    #[serde(rename = "eerder-afsluiten")]
    CloseEarly(EarlyEnd),
    /// Open again.
    #[serde(rename = "heropenen")]
    Reopen(Reason),
    /// To remember.
    #[serde(rename = "notitie")]
    AddRemark(Remark),
    /// Another AF takes it, or this one does.
    #[serde(rename = "toewijzen")]
    Assign {
        /// To whom.
        #[serde(rename = "aan")]
        to: AccountId,
    },
    /// A new receipt code; the old one ends.
    #[serde(rename = "nieuwe-code")]
    IssueCode,
    /// An AF may not know of this case any more.
    #[serde(rename = "uitsluiten")]
    Exclude(Exclusion),
    /// The one who asks made the report: excludes himself.
    #[serde(rename = "eigen-melding")]
    OwnReport,
    /// An AF who was excluded may see it again, when another one agrees.
    #[serde(rename = "uitsluiting-opheffen")]
    ProposeLift(Exclusion),
    /// A second AF agrees with what was proposed.
    #[serde(rename = "akkoord")]
    Agree,
}

impl Command {
    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::RecordAttempt(_) => CommandKind::RecordAttempt,
            Self::RecordContact(_) => CommandKind::RecordContact,
            Self::SaveForm(_) => CommandKind::SaveForm,
            Self::StartInvestigation(_) => CommandKind::StartInvestigation,
            Self::RecordSource(_) => CommandKind::RecordSource,
            Self::RecordKmtCheck(_) => CommandKind::RecordKmtCheck,
            Self::RecordVtt(_) => CommandKind::RecordVtt,
            Self::MoveToDecision => CommandKind::MoveToDecision,
            Self::Decide(_) => CommandKind::Decide,
            Self::ConfirmReferral(_) => CommandKind::ConfirmReferral,
            Self::GiveFeedback(_) => CommandKind::GiveFeedback,
            Self::ProposeNoFeedback(_) => CommandKind::ProposeNoFeedback,
            Self::AgreeNoFeedback => CommandKind::AgreeNoFeedback,
            Self::Close => CommandKind::Close,
            Self::CloseEarly(_) => CommandKind::CloseEarly,
            Self::Reopen(_) => CommandKind::Reopen,
            Self::AddRemark(_) => CommandKind::AddRemark,
            Self::Assign { .. } => CommandKind::Assign,
            Self::IssueCode => CommandKind::IssueCode,
            Self::Exclude(_) => CommandKind::Exclude,
            Self::OwnReport => CommandKind::OwnReport,
            Self::ProposeLift(_) => CommandKind::ProposeLift,
            Self::Agree => CommandKind::Agree,
        }
    }
}
