//! The events of a case, as they are stored.
mod rights;

pub use rights::RightsEvent;

use super::{
    Exclusion, Proposal,
    notes::{
        Attempt, BreakGlass, ClosedTogether, Confirmation, ContactNote, EarlyEnd, EndDate, FeedbackNote, FormSheet,
        KmtCheck, MeldcodeNote, Plan, Reason, Remark, Reopening, Ruling, SafetyCorrection, SourceNote, VttNote,
    },
};
use crate::{
    id::{AccountId, StatusKey},
    moment::Moment,
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
    /// Decided.
    #[serde(rename = "besloten")]
    Decided(Ruling),
    /// A receiver confirmed.
    #[serde(rename = "ontvangst-bevestigd")]
    ReferralConfirmed(Confirmation),
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
    /// Closed together with many others, as no real report. By the AF who agreed.
    #[serde(rename = "samen-afgesloten")]
    ClosedTogether(ClosedTogether),
    /// Opened again.
    #[serde(rename = "heropend")]
    Reopened(Reopening),
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
    /// Retention, restriction, correction, and the rights of the people it is about.
    #[serde(rename = "rechten")]
    Rights(RightsEvent),
}

/// An event with when and by whom: a line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
    /// The account of the person who did it.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// The event.
    #[serde(flatten)]
    pub event: Event,
}

impl Event {
    /// Whether it is part of deciding how a case ends.
    #[must_use]
    pub fn ends(&self) -> bool {
        matches!(
            self,
            Self::Decided(_)
                | Self::Closed
                | Self::ClosedEarly(_)
                | Self::ClosedTogether(_)
                | Self::Proposed(Proposal::Ruling(_) | Proposal::Malicious(_))
                | Self::Agreed(Proposal::Ruling(_) | Proposal::Malicious(_))
        )
    }
}

impl Entry {
    /// When it happened. An AF may record later what happened outside Meldroute.
    #[must_use]
    pub fn happened(&self) -> Moment {
        let said = match &self.event {
            Event::Attempted(note) => note.happened,
            Event::ContactMade(note) => note.happened,
            Event::FormSaved(_)
            | Event::InvestigationStarted(_)
            | Event::EndDateMoved(_)
            | Event::SourceConsulted { .. }
            | Event::KmtChecked(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::MovedToDecision
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedTogether(_)
            | Event::Reopened(_)
            | Event::Remarked(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Agreed(_)
            | Event::Rights(_) => None,
        };
        said.unwrap_or(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As stored before and since the moment itself is noted.
    #[test]
    fn a_contact_happened_when_it_was_said_to_have_or_when_it_was_noted() {
        let by = "01010101010101010101010101010101";
        let before = format!(
            r#"{{"op":"2026-04-30T12:00:00.000Z","door":"{by}","gebeurtenis":"contact","inhoud":{{"wijze":"telefoon","verslag":"Gesproken."}}}}"#
        );
        let since = before.replace(r#"{"wijze""#, r#"{"gebeurdOp":"2026-04-29T08:05:00.000Z","wijze""#);
        for (stored, happened) in [(&before, "2026-04-30T12:00:00.000Z"), (&since, "2026-04-29T08:05:00.000Z")] {
            let entry: Entry = serde_json::from_str(stored).unwrap();
            assert_eq!(entry.happened().to_string(), happened);
            assert_eq!(serde_json::to_string(&entry).unwrap(), *stored);
        }
        let attempt: Event = serde_json::from_str(r#"{"gebeurtenis":"poging","inhoud":{"note":null}}"#).unwrap();
        assert_eq!(attempt, Event::Attempted(Attempt { happened: None, note: None }));
    }
}
