use super::Event;
use crate::{id::AccountId, moment::Moment};
use serde::{Deserialize, Serialize};

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

impl Entry {
    /// When it happened. An AF may record later what happened outside Meldroute.
    #[must_use]
    pub fn happened(&self) -> Moment {
        let said = match &self.event {
            Event::Attempted(note) => note.happened,
            Event::ContactMade(note) | Event::ReachedLater(note) => note.happened,
            Event::FormSaved(_)
            | Event::InvestigationStarted(_)
            | Event::EndDateMoved(_)
            | Event::SourceConsulted { .. }
            | Event::TaskNoted(_)
            | Event::TaskDone(_)
            | Event::ReporterAsked(_)
            | Event::QuestionSettled(_)
            | Event::KmtChecked(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::MovedToDecision
            | Event::WentBack(_)
            | Event::TalkedOver(_)
            | Event::Decided(_)
            | Event::ReferralConfirmed(_)
            | Event::Answered(_)
            | Event::TableMoved(_)
            | Event::TableDiscussed(_)
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedUntold(_)
            | Event::ClosedTogether(_)
            | Event::Reopened(_)
            | Event::Remarked(_)
            | Event::Joined(_)
            | Event::Unjoined(_)
            | Event::LeadMoved(_)
            | Event::ClosedUnderLead(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::CareOpened(_)
            | Event::PackKept(_)
            | Event::Kmt(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Agreed(_)
            | Event::Declined(_)
            | Event::Withdrawn(_)
            | Event::Rights(_) => None,
        };
        said.unwrap_or(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::notes::Attempt;

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
        assert_eq!(attempt, Event::Attempted(Attempt { happened: None, way: None, note: None }));
    }
}
