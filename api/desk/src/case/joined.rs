//! Reports that go on under a lead case (samenvoegen). Which lead case a report has is in the report's own case; the
//! list here follows from that, so that the lead case can show what is under it. A lead case holds nothing of it: an AF
//! who may see the lead case and not the report is told by nothing that there is one.
use crate::{
    Desk,
    case::{
        followed::{Followed, Listed},
        lines, load,
    },
};
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    access::{Action, Colleague, Relation, Role, Viewer, may},
    case::{Case, Lead, Refusal, Row, RowView, Status, joining::LEADS_AT_MOST},
    contract::{JoinedReport, LeadCase},
    id::{CaseId, CaseNumber, Revision},
    moment::{Day, Moment},
};

/// The cell of the list.
pub(super) const JOINED: Cell<Cases, Vec<Joining>> = cell::joined();

/// How long a joining that was begun keeps others out, in seconds: longer than a request may last.
const BEGUN_FOR: i64 = 60;

/// A report and its lead case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Joining {
    /// The report.
    #[serde(rename = "dossier")]
    pub(super) case: CaseId,
    #[serde(rename = "nummer")]
    number: CaseNumber,
    #[serde(rename = "revisie")]
    revision: Revision,
    /// The lead case.
    #[serde(rename = "hoofddossier")]
    pub(super) lead: CaseId,
    /// Since when it is being joined, until the case says so: so that of two who join at the same moment none makes a
    /// chain or a circle.
    #[serde(rename = "begonnenOp", default, skip_serializing_if = "Option::is_none")]
    begun: Option<Moment>,
}

impl Listed for Joining {
    fn of(&self) -> (&CaseId, Revision) {
        (&self.case, self.revision)
    }
}

impl Joining {
    /// Whether it holds, or is being made at this moment.
    fn holds(&self, now: Moment) -> bool {
        self.begun.is_none_or(|begun| now <= begun.plus_seconds(BEGUN_FOR))
    }
}

/// The line of a case on the list, if it was joined.
pub(super) fn entry(case: &Case) -> Option<Joining> {
    let lead = case.joined().filter(|_| !case.rights().is_doomed())?.lead.clone();
    let (case, number, revision) = (case.origins().id.clone(), case.origins().number, case.revision());
    Some(Joining { case, number, revision, lead, begun: None })
}

pub(super) const LIST: Followed<'_, Joining> = Followed {
    cell: &JOINED,
    marks: &|row| row.joined.is_some(),
    entries: &|case| entry(case).into_iter().collect(),
    lasts: &|_| true,
};

/// Whether some AF may see the report and not the lead case.
pub(super) fn is_apart(officers: &[Colleague], today: Day, case: &Case, lead: &Case) -> bool {
    let out = |case: &Case, one: &Colleague| case.exclusions().excludes(&one.id, one.function.as_ref(), today);
    officers.iter().any(|one| !out(case, one) && out(lead, one))
}

/// Brings the list in line with a case. A case that was never joined is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if case.was_ever_joined() { LIST.follow(desk, case) } else { Ok(()) }
}

/// The case with this number as a lead for this report; `None` when there is none that the AF may see.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn lead(desk: &Desk, case: &Case, number: CaseNumber, viewer: &Viewer) -> Result<Option<Lead>, Failure> {
    let Some(row) = row_of(desk, number)?.filter(|row| sees(viewer, row)) else { return Ok(None) };
    let lead = load(desk, &row.id)?.value;
    let (id, own) = (lead.origins().id.clone(), &case.origins().id);
    let above = LIST.read(desk)?.iter().any(|one| one.begun.is_none() && one.lead == *own);
    Ok(Some(Lead {
        closed: matches!(lead.status(), Status::Closed(_)),
        chained: above || lead.joined().is_some(),
        apart: is_apart(&viewer.officers, viewer.today, case, &lead),
        id,
        number,
    }))
}

/// Notes that this case is being joined under that one, before the case says so.
///
/// # Errors
/// [`Refusal::Chained`], [`Refusal::TooMany`]; [`Failure::Unavailable`].
pub fn begin(desk: &Desk, case: &Case, lead: &CaseId) -> Result<(), Failure> {
    let (origins, now) = (case.origins(), desk.now());
    let (id, number) = (origins.id.clone(), origins.number);
    let begun = Joining { case: id, number, revision: case.revision(), lead: lead.clone(), begun: Some(now) };
    LIST.change(desk, |mut all| {
        all.retain(|one| one.holds(now) && one.case != begun.case);
        if all.iter().any(|one| one.lead == begun.case || one.case == begun.lead) {
            return Err(Refusal::Chained.into());
        }
        if all.iter().filter(|one| one.lead == begun.lead).count() >= LEADS_AT_MOST {
            return Err(Refusal::TooMany.into());
        }
        all.push(begun.clone());
        Ok(Change::Write(all, ()))
    })
}

/// The joining that was begun did not come about: the list is as the case says.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn stop(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    LIST.follow(desk, &load(desk, id)?.value)
}

/// Whether some report goes on under this case.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn is_lead(desk: &Desk, id: &CaseId) -> Result<bool, Failure> {
    let now = desk.now();
    Ok(LIST.read(desk)?.iter().any(|one| one.lead == *id && one.holds(now)))
}

/// The lead case of a report, for an AF who may know of that.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn lead_of(desk: &Desk, case: &Case, viewer: &Viewer) -> Result<Option<LeadCase>, Failure> {
    let Some(joined) = case.joined() else { return Ok(None) };
    let known = row_of(desk, joined.number)?.filter(|row| knows(viewer, row));
    Ok(known.map(|row| LeadCase { id: row.id, number: row.number, stand: joined.stand }))
}

/// Whether this AF may know of every case that this one was ever joined under.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn knows_leads(desk: &Desk, case: &Case, viewer: &Viewer) -> Result<bool, Failure> {
    for number in case.leads() {
        if row_of(desk, number)?.is_some_and(|row| !knows(viewer, &row)) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The reports under a lead case, as far as this AF may know of them, the oldest first.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn under(desk: &Desk, lead: &CaseId, viewer: &Viewer) -> Result<Vec<JoinedReport>, Failure> {
    let mut found = Vec::new();
    for one in LIST.read(desk)?.iter().filter(|one| one.lead == *lead) {
        let is_under = |row: &Row| row.joined.as_ref().is_some_and(|joined| joined.lead == *lead);
        let Some(row) = row_of(desk, one.number)?.filter(|row| is_under(row) && knows(viewer, row)) else { continue };
        let ready = row.joined.as_ref().is_some_and(|joined| joined.ready);
        let view = RowView::of(row, viewer.today, &viewer.me);
        let RowView { id, number, step, next, due, urgent, alarms, .. } = view;
        found.push(JoinedReport { id, number, step, next, due, urgent, alarms, ready });
    }
    found.sort_by_key(|one| one.number.sequence);
    Ok(found)
}

/// A line of a lead case is as urgent as the reports under it that this AF may know of.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn raise(desk: &Desk, rows: &mut [RowView], viewer: &Viewer) -> Result<(), Failure> {
    let list = LIST.read(desk)?;
    for row in rows.iter_mut().filter(|row| list.iter().any(|one| one.lead == row.id)) {
        if row.step == shared::case::Step::Closed {
            continue;
        }
        for report in under(desk, &row.id, viewer)? {
            row.urgent |= report.urgent;
            let new = report.alarms.into_iter().filter(|alarm| !row.alarms.contains(alarm)).collect::<Vec<_>>();
            row.alarms.extend(new);
            row.alarms.sort_unstable();
        }
    }
    Ok(())
}

fn row_of(desk: &Desk, number: CaseNumber) -> Result<Option<Row>, Failure> {
    let row = lines::row(desk, number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    Ok(row.filter(|row| row.number == number))
}

pub(super) fn knows(viewer: &Viewer, row: &Row) -> bool {
    viewer.relation(row) != Relation::Excluded
}

fn sees(viewer: &Viewer, row: &Row) -> bool {
    may(Some(Role::Officer), Action::See, viewer.relation(row))
}
