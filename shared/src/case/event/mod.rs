//! The events of a case, as they are stored.
mod entry;
mod kmt;
mod rights;

pub use entry::Entry;
pub use kmt::KmtEvent;
pub use rights::RightsEvent;

use super::{
    Exclusion, Proposal, Rejected,
    notes::{
        Attempt, BreakGlass, CareOpening, ClosedTogether, Confirmation, ContactNote, Discussed, EarlyEnd, EarlyUntold,
        EndDate, FeedbackNote, FormSheet, GoingBack, JoinedUnder, KmtCheck, LeadEnd, LeadMove, MeetingNote,
        MeldcodeNote, PackKept, Plan, Question, QuestionResult, Reason, ReceiversAnswer, Remark, Reopening, Ruling,
        SafetyCorrection, SourceNote, TableDay, Task, TaskResult, VttNote,
    },
};
use crate::{
    id::{AccountId, StatusKey},
    text::Line,
};
use serde::{Deserialize, Serialize};

/// Something that happened to a case, as stored. Old forms keep loading: variants and fields are added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "gebeurtenis", content = "inhoud")]
pub enum Event {
    /// The melder was not reached.
    #[serde(rename = "poging")]
    Attempted(Attempt),
    /// The melder was spoken to; the clock stopped.
    #[serde(rename = "contact")]
    ContactMade(ContactNote),
    /// The melder was spoken to after all, when the route had gone on without.
    #[serde(rename = "alsnog-contact")]
    ReachedLater(ContactNote),
    /// The meldingsformulier was saved.
    #[serde(rename = "formulier")]
    FormSaved(FormSheet),
    /// The investigation began.
    #[serde(rename = "onderzoek-gestart")]
    InvestigationStarted(Plan),
    /// The end date of the investigation was moved.
    #[serde(rename = "einddatum-verplaatst")]
    EndDateMoved(EndDate),
    /// A source was consulted, on this ground.
    #[serde(rename = "bron")]
    SourceConsulted {
        /// The AF's note.
        #[serde(rename = "notitie")]
        note: SourceNote,
        /// The ground the profile named at that time.
        #[serde(rename = "grondslag")]
        ground: Line,
    },
    /// A task of the investigation was noted.
    #[serde(rename = "taak")]
    TaskNoted(Task),
    /// A task was done.
    #[serde(rename = "taak-klaar")]
    TaskDone(TaskResult),
    /// The melder was asked something; they read it with the code.
    #[serde(rename = "vraag-aan-melder")]
    ReporterAsked(Question),
    /// A question to the melder needs no answer any more.
    #[serde(rename = "vraag-aan-melder-klaar")]
    QuestionSettled(QuestionResult),
    /// KMT was asked.
    #[serde(rename = "kmt-check")]
    KmtChecked(KmtCheck),
    /// Veilig Thuis.
    #[serde(rename = "veilig-thuis")]
    VttRecorded(VttNote),
    /// Age or danger turned out to be worse than was known.
    #[serde(rename = "veiligheid-gecorrigeerd")]
    SafetyCorrected(SafetyCorrection),
    /// A step or a question of the meldcode.
    #[serde(rename = "meldcode")]
    MeldcodeNoted(MeldcodeNote),
    /// Ready for the werkoverleg.
    #[serde(rename = "naar-beslismoment")]
    MovedToDecision,
    /// Back to the investigation.
    #[serde(rename = "terug-naar-onderzoek")]
    WentBack(GoingBack),
    /// Discussed in a werkoverleg, and not decided.
    #[serde(rename = "werkoverleg")]
    TalkedOver(MeetingNote),
    /// Decided.
    #[serde(rename = "besloten")]
    Decided(Ruling),
    /// A receiver confirmed.
    #[serde(rename = "ontvangst-bevestigd")]
    ReferralConfirmed(Confirmation),
    /// A receiver answered, perhaps after closing.
    #[serde(rename = "antwoord-ontvanger")]
    Answered(ReceiversAnswer),
    /// A table discusses it on another day.
    #[serde(rename = "agenda-verplaatst")]
    TableMoved(TableDay),
    /// A table discussed it.
    #[serde(rename = "besproken")]
    TableDiscussed(Discussed),
    /// The melder got feedback.
    #[serde(rename = "teruggekoppeld")]
    FeedbackGiven(FeedbackNote),
    /// An AF found that feedback to the melder is impossible. Older form: now an [`Event::Proposed`].
    #[serde(rename = "geen-terugkoppeling")]
    NoFeedbackProposed(Reason),
    /// A second AF agreed. Older form: now an [`Event::Agreed`].
    #[serde(rename = "geen-terugkoppeling-akkoord")]
    NoFeedbackAgreed,
    /// Closed after the decision.
    #[serde(rename = "afgesloten")]
    Closed,
    /// Closed before the decision.
    #[serde(rename = "eerder-afgesloten")]
    ClosedEarly(EarlyEnd),
    /// Closed before the decision; the melder was not told.
    #[serde(rename = "eerder-afgesloten-zonder-terugkoppeling")]
    ClosedUntold(EarlyUntold),
    /// Closed together with many others, as no real report. By the AF who agreed.
    #[serde(rename = "samen-afgesloten")]
    ClosedTogether(ClosedTogether),
    /// Opened again.
    #[serde(rename = "heropend")]
    Reopened(Reopening),
    /// Joined under a lead case.
    #[serde(rename = "samengevoegd")]
    Joined(JoinedUnder),
    /// On its own again.
    #[serde(rename = "losgemaakt")]
    Unjoined(Reason),
    /// Its lead case is in another stand. By whoever brought that about.
    #[serde(rename = "hoofddossier-verder")]
    LeadMoved(LeadMove),
    /// Closed with its lead case.
    #[serde(rename = "afgesloten-met-hoofddossier")]
    ClosedUnderLead(LeadEnd),
    /// Noted.
    #[serde(rename = "notitie")]
    Remarked(Remark),
    /// Somebody has it now.
    #[serde(rename = "toegewezen")]
    Assigned {
        /// The AF who has it now.
        #[serde(rename = "aan")]
        to: AccountId,
    },
    /// The melder got a new code; the old one opens nothing any more.
    #[serde(rename = "nieuwe-code")]
    CodeIssued {
        /// The key of the melder's status from now on.
        #[serde(rename = "statussleutel")]
        status_key: StatusKey,
    },
    /// An AF opened the case of a colleague, with a reason.
    #[serde(rename = "noodtoegang")]
    Opened(BreakGlass),
    /// An AF opened the compartment on care and health, on a ground and with a reason.
    #[serde(rename = "zorg-geopend")]
    CareOpened(CareOpening),
    /// An AF kept what goes to a receiver, as it goes.
    #[serde(rename = "stuk-vastgelegd")]
    PackKept(PackKept),
    /// A question to KMT without names.
    #[serde(rename = "adviesvraag")]
    Kmt(KmtEvent),
    /// An AF was excluded.
    #[serde(rename = "uitgesloten")]
    Excluded(Exclusion),
    /// An AF made the report, and is excluded.
    #[serde(rename = "eigen-melding")]
    OwnReported,
    /// Something waits for a second AF.
    #[serde(rename = "voorstel")]
    Proposed(Proposal),
    /// The second AF agreed with exactly this.
    #[serde(rename = "akkoord")]
    Agreed(Proposal),
    /// The second AF did not agree with this.
    #[serde(rename = "niet-akkoord")]
    Declined(Rejected),
    /// Whoever proposed this took it back.
    #[serde(rename = "voorstel-ingetrokken")]
    Withdrawn(Rejected),
    /// Retention, restriction, correction, and the rights of the people it is about.
    #[serde(rename = "rechten")]
    Rights(RightsEvent),
}

impl Event {
    /// Whether it is about a lead case: an AF who may not know of that does not get it.
    #[must_use]
    pub fn is_of_joining(&self) -> bool {
        matches!(self, Self::Joined(_) | Self::Unjoined(_) | Self::LeadMoved(_) | Self::ClosedUnderLead(_))
    }

    /// Whether it is part of deciding how a case ends.
    #[must_use]
    pub fn ends(&self) -> bool {
        matches!(
            self,
            Self::Decided(_)
                | Self::Closed
                | Self::ClosedEarly(_)
                | Self::ClosedUntold(_)
                | Self::ClosedTogether(_)
                | Self::ClosedUnderLead(_)
                | Self::Proposed(Proposal::Ruling(_) | Proposal::Malicious(_) | Proposal::Untold(_))
                | Self::Agreed(Proposal::Ruling(_) | Proposal::Malicious(_) | Proposal::Untold(_))
        )
    }
}
