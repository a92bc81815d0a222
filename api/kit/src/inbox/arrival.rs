//! Receiving a report: checked, numbered, and written once, however often it is sent and by how many at once.
//!
//! Everything is written in one step, the status last, and nothing is answered before that. A retry finds the status
//! and gets the same receipt; another melding under the same key is refused. Who finds no status takes a turn
//! ([`crate::store::Once`]), so of many at the same moment one writes, and the others find the status.
//!
//! A sender who stops between two writes was told nothing. After a few seconds the next one may write, whatever it
//! sends. If the first goes on after all, it overwrites no report: each melding has a place of its own. The same
//! melding written twice has two arrival numbers, and `review` takes it in once.
pub use super::stored::{Content, StoredArrival, StoredReport, StoredStatus, TakenAnswer};

use super::{
    context::Inbox,
    pace, practice, price,
    rules::Rules,
    secret::{Secret, status_key},
    status::StatusSlot,
};
use crate::{
    Failure,
    store::{
        Once,
        cell::{self, Kind},
        seal::device::is_sealed_report,
    },
};
use serde::Serialize;
use shared::{
    case::Progress,
    contract::{ErrorItem, Receipt, SealedReport},
    id::CaseId,
    moment::Day,
    report::{Alarm, Channel, Draft},
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
    receive(inbox, secret, Body::Draft(draft), channel, |_| Ok(()))
}

/// The same for a report of which nobody knows who sends it: during a flood it costs work. What is in already costs
/// nothing, and neither does hearing what is wrong with it.
///
/// # Errors
/// As [`accept`], and [`Failure::Price`].
pub fn accept_paid(inbox: &Inbox, secret: &Secret, draft: &Draft, work: Option<&str>) -> Result<Accepted, Failure> {
    receive(inbox, secret, Body::Draft(draft), Channel::Form {}, |most| price::check(inbox, secret, work, most))
}

/// The same for a report that the browser sealed. It is not opened here, and cannot be: it is checked when it is taken
/// in. A retry has to bring the same sealed text, for every sealing is another one.
///
/// # Errors
/// A 400 for what has not the form of a sealed report; as [`accept_paid`].
pub fn accept_sealed(
    inbox: &Inbox,
    secret: &Secret,
    sealed: &SealedReport,
    work: Option<&str>,
) -> Result<Accepted, Failure> {
    if !is_sealed_report(sealed) {
        let detail = "Verzegel de melding zoals openapi.json zegt, of stuur haar onverzegeld.";
        return Err(Failure::bad_body(vec![ErrorItem::new("/verzegeld", "verkeerde-vorm", detail)]));
    }
    receive(inbox, secret, Body::Sealed(sealed), Channel::Form {}, |most| price::check(inbox, secret, work, most))
}

/// What somebody sends.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Draft(&'a Draft),
    Sealed(&'a SealedReport),
}

impl Body<'_> {
    /// What is kept of it, and why it cannot wait as far as that can be seen.
    fn content(self, rules: &Rules<'_>, own: bool, today: Day) -> Result<(Content, Vec<Alarm>), Failure> {
        match self {
            Body::Draft(draft) => {
                let report = rules.report(draft, own, today)?;
                let alarms = report.alarms();
                Ok((Content::Checked(Box::new(report)), alarms))
            }
            Body::Sealed(sealed) => Ok((Content::Sealed(sealed.clone()), Vec::new())),
        }
    }
}

fn receive(
    inbox: &Inbox,
    secret: &Secret,
    body: Body<'_>,
    channel: Channel,
    is_paid: impl FnOnce(u32) -> Result<(), Failure>,
) -> Result<Accepted, Failure> {
    practice::check(inbox)?;
    let rules = Rules::read(&inbox.environment)?;
    let own = channel.noted_by().is_none();
    let (content, alarms) = body.content(&rules, own, inbox.now().day())?;
    let fingerprint = fingerprint(secret, body)?;
    let (code, id) = (secret.code(), secret.record(&fingerprint));
    let slot = inbox.status(&status_key(&code));
    let accepted = |stored: &StoredStatus, is_new| Accepted {
        id: id.clone(),
        is_new,
        receipt: Receipt { ontvangstcode: code.shown(), contact_by: stored.contact_by, received: stored.received },
    };
    let earlier = |stored: &StoredStatus| {
        let same = stored.fingerprint == fingerprint;
        if same { Ok(accepted(stored, false)) } else { Err(Failure::KeyReused(code.shown())) }
    };
    if let Some(stored) = slot.get()? {
        return earlier(&stored);
    }
    is_paid(rules.usual_most())?;
    let calendar = rules.calendar();
    let write = || {
        let received = inbox.now();
        let contact_by = calendar.deadline(received.day());
        let status_key = status_key(&code);
        let sealed = matches!(content, Content::Sealed(_));
        let progress = Some(Progress { sealed, ..Progress::received(received.day(), contact_by, alarms) });
        let stored = StoredReport { id: id.clone(), received, contact_by, channel, content, status_key };
        let received = received.day();
        let fingerprint = fingerprint.clone();
        let (answers, taken) = (Vec::new(), Vec::new());
        put(inbox, &slot, stored, StoredStatus { progress, received, contact_by, fingerprint, answers, taken })
    };
    match inbox.pointers.once(slot.turns(), inbox.patience, || slot.get(), write)? {
        Once::Done(stored) => Ok(accepted(&stored, true)),
        Once::Found(stored) => earlier(&stored),
        Once::Waiting => Err(Failure::Unavailable),
    }
}

/// The id of the record that this melding gets under this secret.
///
/// # Errors
/// [`Failure::Internal`].
pub fn id_of(secret: &Secret, draft: &Draft) -> Result<CaseId, Failure> {
    Ok(secret.record(&fingerprint(secret, Body::Draft(draft))?))
}

fn fingerprint(secret: &Secret, body: Body<'_>) -> Result<String, Failure> {
    let body = serde_json::to_vec(&body).map_err(|_| Failure::Internal("a body could not be written as JSON"))?;
    Ok(secret.fingerprint(&body))
}

/// Writes report, arrival and status, in this order where it cannot be done in one step.
fn put(inbox: &Inbox, slot: &StatusSlot, report: StoredReport, status: StoredStatus) -> Result<StoredStatus, Failure> {
    let number = inbox.pointers.numbers_after(&cell::ARRIVALS, 1, || last_waiting(inbox))?;
    inbox.pointers.set_many(&[
        inbox.reports.record(&StoredReport::cell(&report.id), &report)?,
        inbox.pointers.record(&StoredArrival::cell(number), &StoredArrival { id: report.id })?,
        slot.record(&status)?,
    ])?;
    pace::note(inbox, number);
    Ok(status)
}

/// The highest number of an arrival that waits in the inbox. Of those that were taken in before, `review` knows.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn last_waiting(inbox: &Inbox) -> Result<i64, Failure> {
    Ok(waiting(inbox)?.into_iter().max().unwrap_or(0))
}

/// The numbers of the arrivals that wait in the inbox. It reads the names of all that is in the store.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn waiting(inbox: &Inbox) -> Result<Vec<i64>, Failure> {
    Ok(inbox.pointers.keys()?.iter().filter_map(|key| Kind::Arrival.end_of(key)?.parse().ok()).collect())
}
