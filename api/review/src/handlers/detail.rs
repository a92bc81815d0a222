//! The view of a case for the AF who looks at it.
use desk::{
    Desk,
    account::{self, StoredAccount},
    case::{self, joined, kmt, meeting},
    login::session::Session,
};
use kit::Failure;
use shared::{
    access::{Action, Role, Viewer, may},
    case::{ActKind, Asker, Case, Entry, Row, RowView, Step, asked_of, available, own_proposals, proposals},
    contract::{CaseDetail, OfficerView},
};

/// A case as this AF sees it now.
pub fn detail(desk: &Desk, case: &Case, who: &Session, viewer: &Viewer) -> Result<CaseDetail, Failure> {
    let (origins, row) = (case.origins(), Row::of(case));
    let relation = viewer.relation(&row);
    let asker = Asker { actor: &who.account, today: viewer.today };
    let mut possible = available(case, asker);
    possible.retain(|kind| may(Some(who.role), kind.action(), relation));
    let known = joined::knows_leads(desk, case, viewer)?;
    if !known {
        possible.retain(|kind| *kind != ActKind::Unjoin);
    }
    let (commands, rights): (Vec<ActKind>, Vec<ActKind>) =
        possible.into_iter().partition(|kind| kind.is_of_the_route());
    let (report, environment) = (&origins.report, desk.environment());
    let profile = environment.profile()?;
    let signals = environment.ticked(&profile, &report.list, &report.ticks)?;
    let (kmt, accounts) = (kmt::views(case, &signals, viewer.today), account::all(desk)?);
    let excluded = viewer.officers.iter().map(|one| &one.id).filter(|id| viewer.excludes(&row, id)).cloned().collect();
    let sees = |row: &Row| may(Some(who.role), Action::See, viewer.relation(row));
    let is_hinted = profile.hint && case.status().step() == Step::Investigation;
    let alike = if is_hinted { case::alike(desk, case, sees)? } else { Vec::new() };
    let (meeting, asked_to_discuss) = meeting::of_case(desk, viewer, &row)?;
    let mut lines = [RowView::of(row, viewer.today, &viewer.me)];
    joined::raise(desk, &mut lines, viewer)?;
    let [row] = lines;
    Ok(CaseDetail {
        id: origins.id.clone(),
        number: origins.number,
        revision: case.revision(),
        received: origins.received,
        contact_by: case.contact_by(),
        channel: origins.channel.clone(),
        report: report.clone(),
        signals,
        step: case.status().step(),
        assigned: case.assigned().cloned(),
        vtt: case.safety().vtt().cloned(),
        vtt_open: case.vtt_open(),
        commands,
        rights,
        proposals: proposals(case, asker),
        asked: asked_of(case, asker),
        own: own_proposals(case, asker),
        timeline: timeline(case, known),
        officers: named(&accounts, case),
        today: desk.now().day(),
        relation,
        excluded,
        meeting,
        asked_to_discuss,
        lead: joined::lead_of(desk, case, viewer)?,
        joined: joined::under(desk, &origins.id, viewer)?,
        answers: case.answers().to_vec(),
        kmt,
        advisers: account::advisers_of(&accounts),
        alike,
        sharing: profile.sharing.clone(),
        row,
    })
}

/// The timeline. To an AF who may not know of a lead case it says nothing of one.
fn timeline(case: &Case, knows_leads: bool) -> Vec<Entry> {
    let shown = |entry: &&Entry| knows_leads || !entry.event.is_of_joining();
    case.entries().iter().filter(shown).cloned().collect()
}

/// The AFs, and whoever else did something with this case: an FG that agreed to a decision on a request.
fn named(accounts: &[StoredAccount], case: &Case) -> Vec<OfficerView> {
    let occurs = |account: &StoredAccount| case.entries().iter().any(|entry| entry.by == account.id);
    let wanted = |account: &&StoredAccount| account.role == Role::Officer || occurs(account);
    accounts.iter().filter(wanted).map(StoredAccount::named).collect()
}
