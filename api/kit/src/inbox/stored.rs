//! The stored forms of the inbox.
use crate::store::cell::{self, Cell, Pointers, Reports};
use serde::{Deserialize, Serialize};
use shared::{
    case::{Progress, SentAddition, notes::ReporterAnswer},
    contract::SealedReport,
    id::{AdditionKey, CaseId, StatusKey},
    moment::{Day, Moment},
    report::{Channel, Report},
};

/// What waits in the inbox of a report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Content {
    /// It was checked when it came in.
    #[serde(rename = "melding")]
    Checked(Box<Report>),
    /// A browser sealed it. Whether it opens and is valid is seen when it is taken in.
    #[serde(rename = "verzegeld")]
    Sealed(SealedReport),
}

/// A report as it waits in the inbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredReport {
    /// The record's id, which becomes the case's.
    pub id: CaseId,
    /// When it came in.
    #[serde(rename = "ontvangen")]
    pub received: Moment,
    /// The promise.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// How it came in.
    #[serde(rename = "kanaal")]
    pub channel: Channel,
    /// The report, under the name of its form.
    #[serde(flatten)]
    pub content: Content,
    /// The key of the melder's status.
    #[serde(rename = "statussleutel")]
    pub status_key: StatusKey,
}

impl StoredReport {
    /// The cell of the report with this id.
    #[must_use]
    pub fn cell(id: &CaseId) -> Cell<Reports, Self> {
        cell::report(id)
    }
}

/// The value under a status key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredStatus {
    /// The melder's view; `None` once the code was ended.
    #[serde(rename = "voortgang")]
    pub progress: Option<Progress>,
    /// The day it came in.
    #[serde(rename = "gemeldOp")]
    pub received: Day,
    /// The promise.
    #[serde(rename = "contactUiterlijk")]
    pub contact_by: Day,
    /// The fingerprint of the body, to distinguish a retry from another melding under the same key.
    #[serde(rename = "kenmerk")]
    pub fingerprint: String,
    /// What the melder answered or added, and `review` has not taken in yet.
    #[serde(rename = "antwoorden", default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ReporterAnswer>,
    /// What `review` took in: no words, only what shows whether a retry sends the same.
    #[serde(rename = "ontvangen", default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<TakenAnswer>,
}

/// An answer or an addition that is in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenAnswer {
    /// To which question, counted from 0.
    #[serde(rename = "vraag", default, skip_serializing_if = "Option::is_none")]
    pub question: Option<usize>,
    /// Which addition.
    #[serde(rename = "aanvulling", default, skip_serializing_if = "Option::is_none")]
    pub addition: Option<AdditionKey>,
    /// The fingerprint of its words under the status key.
    #[serde(rename = "kenmerk")]
    pub fingerprint: String,
}

impl TakenAnswer {
    /// Whether it is about the same: the answer to the same question, or the same addition.
    #[must_use]
    pub fn is_about_the_same_as(&self, other: &Self) -> bool {
        self.question == other.question && self.addition == other.addition
    }
}

impl StoredStatus {
    /// Whether the addition with this key is here, or was taken in.
    #[must_use]
    pub fn has(&self, key: &AdditionKey) -> bool {
        let waits = self.answers.iter().filter_map(ReporterAnswer::addition).any(|one| one.key == *key);
        waits || self.taken.iter().any(|one| one.addition.as_ref() == Some(key))
    }

    /// The progress as the melder sees it: what they answered is answered, and what they added is there, also before
    /// `review` has it.
    #[must_use]
    pub fn shown(&self) -> Option<Progress> {
        let mut progress = self.progress.clone()?;
        for question in &mut progress.questions {
            let own = self.answers.iter().find(|answer| answer.question() == Some(question.number));
            question.answered = question.answered.or(own.map(|answer| answer.at.day()));
        }
        progress.additions.extend(self.answers.iter().filter_map(SentAddition::of));
        Some(progress)
    }
}

/// A pointer from an arrival number to its report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredArrival {
    /// The report's id.
    pub id: CaseId,
}

impl StoredArrival {
    /// The cell with the pointer of this arrival.
    #[must_use]
    pub fn cell(number: i64) -> Cell<Pointers, Self> {
        cell::arrival(number)
    }
}
