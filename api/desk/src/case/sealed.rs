//! Reports that a browser sealed: opened and checked when they are taken in, because nobody could before.
use crate::Desk;
use kit::{
    Failure,
    inbox::arrival::{Content, StoredReport},
};
use shared::{
    contract::SealedReport,
    id::{CaseId, StatusKey},
    indicators::Unlisted,
    moment::{Day, Moment},
    report::{Channel, Draft, Report, check, check_way},
};

/// A report that waits and is valid.
pub(super) struct Opened {
    /// The record's id, which becomes the case's.
    pub id: CaseId,
    /// When it came in.
    pub received: Moment,
    /// The promise.
    pub contact_by: Day,
    /// How it came in.
    pub channel: Channel,
    /// The report.
    pub report: Report,
    /// The key of the melder's status.
    pub status_key: StatusKey,
    /// Whether a browser sealed it: then the melder's status does not say yet why it cannot wait.
    pub was_sealed: bool,
}

impl Opened {
    /// Opens a report; `None` for one that was altered, was sealed to a key that is not held, or is not valid.
    ///
    /// # Errors
    /// [`Failure::Keys`] where no key is held.
    pub fn of(desk: &Desk, stored: StoredReport) -> Result<Option<Self>, Failure> {
        let StoredReport { id, received, contact_by, channel, content, status_key } = stored;
        let (report, was_sealed) = match content {
            Content::Checked(report) => (Some(*report), false),
            Content::Sealed(sealed) => (open(desk, &sealed, &status_key, received)?, true),
        };
        let of = |report| Self { id, received, contact_by, channel, report, status_key, was_sealed };
        Ok(report.map(of))
    }
}

/// Says in the melder's status that the report did not open: nobody else can tell the melder, because nobody knows who
/// that is. If it opens later, the case writes the status again.
pub(super) fn tell_unopened(desk: &Desk, status: &StatusKey) -> Result<(), Failure> {
    let told = desk.status(status).change(|stored| {
        let mut now = stored?;
        // of a case that is there the status says how that stands
        let progress = now.progress.as_mut().filter(|progress| progress.sealed && !progress.unopened)?;
        progress.unopened = true;
        Some(now)
    });
    // a status that cannot be read keeps no report from being taken in
    told.or_else(|failure| failure.unless_damaged(()))
}

/// The check is the one of `intake`, but for what the lists say: a signal or a function may have gone off a list since
/// the browser checked it, and then nobody is there to choose another. So it is with a report that comes in while a
/// list cannot be read.
fn open(desk: &Desk, sealed: &SealedReport, status: &StatusKey, at: Moment) -> Result<Option<Report>, Failure> {
    let ring = desk.ring.as_ref().map_err(|fault| *fault)?;
    let Some(json) = ring.open_report(sealed, &desk.environment().gemeente(), status)? else { return Ok(None) };
    let Ok(draft) = serde_json::from_slice::<Draft>(&json) else { return Ok(None) };
    let own_way = check_way(&draft, true, at.day()).is_none();
    Ok(check(&draft, &Unlisted).report.filter(|_| own_way))
}
