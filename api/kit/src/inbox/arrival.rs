//! Receiving a report: checked, numbered, and written once, however often it is sent.
//!
//! Everything is written in one step, the status last, and nothing is answered before that. A retry finds the status
//! and gets the same receipt. Two retries at the same moment write the same record twice under two arrival numbers;
//! `review` takes the record in once, because its id follows from the client's secret.
pub use super::stored::{StoredArrival, StoredReport, StoredStatus};

use super::{
    context::Inbox,
    practice,
    secret::{Secret, status_key},
};
use crate::{Failure, instance, store::cell};
use shared::{
    case::Progress,
    contract::Receipt,
    id::CaseId,
    report::{Channel, Draft, Finding, check, check_functions},
};

/// A report that was accepted, now or before.
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
pub fn accept(inbox: &Inbox, secret: &Secret, draft: &Draft, channel: Channel) -> Result<Accepted, Failure> {
    practice::check(inbox)?;
    let environment = &inbox.environment;
    let profile = environment.profile()?;
    let checked = check(draft, &instance::signal_ids(&environment.profiles, &profile)?);
    let of_profile = check_functions(draft, &profile.functions);
    let findings: Vec<Finding> = checked.findings.into_iter().chain(of_profile).collect();
    let report = checked.report.filter(|_| of_profile.is_none()).ok_or_else(|| Failure::findings(&findings))?;
    let body = serde_json::to_vec(draft).map_err(|_| Failure::Internal("a draft could not be written as JSON"))?;
    let (fingerprint, code, id) = (secret.fingerprint(&body), secret.code(), secret.record());
    let seen = inbox.status(&status_key(&code));
    let accepted = |stored: &StoredStatus, is_new| Accepted {
        id: id.clone(),
        is_new,
        receipt: Receipt { ontvangstcode: code.shown(), contact_by: stored.contact_by, received: stored.received },
    };
    if let Some(earlier) = seen.get()? {
        let same = earlier.fingerprint == fingerprint;
        return if same { Ok(accepted(&earlier, false)) } else { Err(Failure::KeyReused(code.shown())) };
    }
    let received = inbox.now();
    let calendar = environment.calendar_of(profile)?;
    let contact_by = calendar.deadline(received.day());
    let stored = StoredReport { id: id.clone(), received, contact_by, channel, report, status_key: status_key(&code) };
    let progress = Progress::received(received.day(), contact_by);
    let standing = StoredStatus { progress: Some(progress), received: received.day(), contact_by, fingerprint };
    let number = inbox.pointers.next_numbers(&cell::ARRIVALS, 1)?;
    inbox.pointers.set_many(&[
        inbox.reports.record(&StoredReport::cell(&id), &stored)?,
        inbox.pointers.record(&StoredArrival::cell(number), &StoredArrival { id: id.clone() })?,
        seen.record(&standing)?,
    ])?;
    Ok(accepted(&standing, true))
}
