//! The processing record (verwerkingenlogboek): which processing of case data there was, without who did it.
//!
//! It follows the Dutch standard Logboek Dataverwerkingen: an activity of the register, the moment, the categories of
//! people, the legal ground, and a trace id. The person who did it is in the audit, under the same trace id. The data
//! shown are in neither.
use crate::{audit::DestroyedLines, choice::choice, moment::Moment};
use serde::{Deserialize, Serialize};

choice!(
    /// A processing activity, as the register of the gemeente names it (`docs/vertrouwen/register-sjabloon.md`).
    Activity {
        /// A list of cases: number, step, deadline.
        ViewList = "werklijst-inzien",
        /// A report taken by phone.
        RecordReport = "melding-vastleggen",
        /// A case with everything in it.
        ViewCase = "dossier-inzien",
        /// Something was added to a case.
        HandleCase = "dossier-behandelen",
        /// Correcting, restricting, holding; a request, informing.
        Rights = "rechten-van-betrokkenen",
        /// A copy for the data subject.
        Access = "inzage-verstrekken",
        /// What goes to a receiver of the decision.
        Share = "gegevens-verstrekken",
        /// Destroying, and what leads to it.
        Destroy = "dossier-vernietigen",
    }
);
choice!(
    /// The categories of people whose data are processed.
    SubjectCategory {
        /// Possible victims.
        Subject = "betrokkene",
        /// Possible offenders and others who are named.
        Other = "andere-genoemde",
        /// The melder.
        Reporter = "melder",
    }
);
choice!(
    /// The ground, as the register explains it.
    ProcessingGround {
        /// A task in the public interest [law: AVG 6 lid 1 onder e], with the grounds for special and criminal data
        /// that the gemeente's DPIA names.
        PublicTask = "avg-6-1-e",
        /// A legal duty [law: AVG 6 lid 1 onder c]: the rights of data subjects, and not keeping longer than needed.
        LegalDuty = "avg-6-1-c",
    }
);

impl Activity {
    /// The categories of people whose data it touches.
    #[must_use]
    pub fn subjects(self) -> &'static [SubjectCategory] {
        match self {
            Self::ViewList | Self::Destroy | Self::Rights | Self::Share => {
                &[SubjectCategory::Subject, SubjectCategory::Other]
            }
            Self::RecordReport | Self::ViewCase | Self::HandleCase => SubjectCategory::ALL,
            Self::Access => &[SubjectCategory::Subject],
        }
    }

    /// Its ground.
    #[must_use]
    pub fn ground(self) -> ProcessingGround {
        match self {
            Self::ViewList | Self::RecordReport | Self::ViewCase | Self::HandleCase | Self::Share => {
                ProcessingGround::PublicTask
            }
            Self::Rights | Self::Access | Self::Destroy => ProcessingGround::LegalDuty,
        }
    }
}

/// One processing. It names neither the case nor who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Processing {
    /// Its number, from 1.
    #[serde(rename = "nummer")]
    pub number: i64,
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
    /// Which activity of the register.
    #[serde(rename = "activiteit")]
    pub activity: Activity,
    /// The categories of people.
    #[serde(rename = "betrokkenen")]
    pub subjects: Vec<SubjectCategory>,
    /// The ground.
    #[serde(rename = "grondslag")]
    pub ground: ProcessingGround,
    /// The trace of the request, the same as in its audit line.
    #[serde(rename = "spoor")]
    pub trace: String,
}

/// Answer to `GET verwerkingen`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProcessingPage {
    /// Newest first.
    #[serde(rename = "verwerkingen")]
    pub processings: Vec<Processing>,
    /// The value of `?voor=` for the next page, if there is more.
    #[serde(rename = "volgende")]
    pub next: Option<i64>,
    /// The lines before these that were destroyed, because their term was over. On the last page only.
    #[serde(rename = "vernietigd", default, skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<DestroyedLines>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_explains_every_activity() {
        let register = include_str!("../../docs/vertrouwen/register-sjabloon.md");
        for activity in Activity::ALL {
            assert!(register.contains(activity.as_str()), "{}", activity.as_str());
            assert!(!activity.subjects().is_empty());
        }
    }
}
