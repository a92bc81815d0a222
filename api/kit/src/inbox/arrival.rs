//! A report comes in: checked, numbered, written once, however often it is sent.
//!
//! Everything is written in one step, the status last, and nothing is answered before that. A retry finds the status
//! and gets the same receipt. Two retries at the same moment write the same record twice under two arrival numbers;
//! `review` takes the record in once, because its id follows from the client's secret.
use crate::{
    Failure, Kit,
    cell::{self, Cell, Inbox, Reports},
    instance, practice,
    secret::{Secret, status_key},
};
use serde::{Deserialize, Serialize};
use shared::{
    case::Progress,
    contract::Receipt,
    id::{CaseId, StatusKey},
    moment::{Day, Moment},
    report::{Channel, Draft, Finding, Report, check, check_functions},
};

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
    /// The report.
    #[serde(rename = "melding")]
    pub report: Report,
    /// Where the melder's status lies.
    #[serde(rename = "statussleutel")]
    pub status_key: StatusKey,
}

impl StoredReport {
    /// Where the report with this id waits.
    #[must_use]
    pub fn cell(id: &CaseId) -> Cell<Reports, Self> {
        cell::report(id)
    }
}

/// What lies under a status key.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// The mark of the body, to tell a retry from another melding under the same key.
    #[serde(rename = "kenmerk")]
    pub mark: String,
}

/// A pointer from an arrival number to its report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredArrival {
    /// Which report.
    pub id: CaseId,
}

impl StoredArrival {
    /// Where the pointer of this arrival is kept.
    #[must_use]
    pub fn cell(number: i64) -> Cell<Inbox, Self> {
        cell::arrival(number)
    }
}

/// What came of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The record's id. Not for the melder.
    pub id: CaseId,
    /// The melder's receipt.
    pub receipt: Receipt,
    /// Whether it was written now; `false` for a retry.
    pub is_new: bool,
}

/// Accepts a report. When it returns, the report is durable.
///
/// # Errors
/// All findings of a draft that is not valid; [`Failure::KeyReused`] when this secret brought another melding before;
/// [`Failure::Unavailable`] when it could not be kept.
pub fn accept(kit: &Kit, secret: &Secret, draft: &Draft, channel: Channel) -> Result<Accepted, Failure> {
    practice::check(kit)?;
    let profile = kit.profile()?;
    let checked = check(draft, &instance::signal_ids(&kit.profiles, &profile)?);
    let of_profile = check_functions(draft, &profile.functions);
    let findings: Vec<Finding> = checked.findings.into_iter().chain(of_profile).collect();
    let report = checked.report.filter(|_| of_profile.is_none()).ok_or_else(|| Failure::findings(&findings))?;
    let body = serde_json::to_vec(draft).map_err(|_| Failure::Internal("a draft could not be written as JSON"))?;
    let (mark, code, id) = (secret.mark(&body), secret.code(), secret.record());
    let seen = kit.status(&status_key(&code));
    let accepted = |stored: &StoredStatus, is_new| Accepted {
        id: id.clone(),
        is_new,
        receipt: Receipt { ontvangstcode: code.shown(), contact_by: stored.contact_by, received: stored.received },
    };
    if let Some(earlier) = seen.get()? {
        let same = earlier.mark == mark;
        return if same { Ok(accepted(&earlier, false)) } else { Err(Failure::KeyReused(code.shown())) };
    }
    let received = (kit.now)();
    let calendar = instance::calendar(&kit.profiles, profile)?;
    let contact_by = calendar.deadline(received.day());
    let stored = StoredReport { id: id.clone(), received, contact_by, channel, report, status_key: status_key(&code) };
    let progress = Progress::received(received.day(), contact_by);
    let standing = StoredStatus { progress: Some(progress), received: received.day(), contact_by, mark };
    let number = kit.inbox.next_numbers(&cell::ARRIVALS, 1)?;
    kit.inbox.set_many(&[
        kit.reports.record(&StoredReport::cell(&id), &stored)?,
        kit.inbox.record(&StoredArrival::cell(number), &StoredArrival { id: id.clone() })?,
        seen.record(&standing)?,
    ])?;
    Ok(accepted(&standing, true))
}
