use desk::{Desk, account, login::session::Session};
use kit::Failure;
use shared::{
    access::{Action, Role, Viewer, may},
    case::{Case, CommandKind, Row, available, rights},
    contract::{CaseDetail, OfficerView},
};

/// A case as this AF sees it now.
pub fn detail(desk: &Desk, case: &Case, who: &Session, viewer: &Viewer) -> Result<CaseDetail, Failure> {
    let (origins, row) = (case.origins(), Row::of(case));
    let relation = viewer.relation(&row);
    let mut commands = available(case, &who.account);
    commands.retain(|kind: &CommandKind| may(Some(who.role), Action::of(*kind), relation));
    let mut rights = rights::available(case, &who.account);
    rights.retain(|kind| may(Some(who.role), Action::of_rights(*kind), relation));
    let excluded = viewer.officers.iter().map(|one| &one.id).filter(|id| viewer.excludes(&row, id));
    Ok(CaseDetail {
        id: origins.id.clone(),
        number: origins.number,
        revision: case.revision(),
        received: origins.received,
        contact_by: origins.contact_by,
        channel: origins.channel.clone(),
        report: origins.report.clone(),
        step: case.status().step(),
        assigned: case.assigned().cloned(),
        vtt: case.vtt().cloned(),
        vtt_open: case.vtt_open(),
        commands,
        rights,
        timeline: case.entries().to_vec(),
        officers: named(desk, case)?,
        today: desk.now().day(),
        relation,
        excluded: excluded.cloned().collect(),
        row: row.sent(),
    })
}

/// The AFs, and whoever else did something with this case: an FG that agreed to a decision on a request. Only AFs are
/// offered to hand a case to, so the others stand as not active.
fn named(desk: &Desk, case: &Case) -> Result<Vec<OfficerView>, Failure> {
    let occurs = |account: &account::StoredAccount| case.entries().iter().any(|entry| entry.by == account.id);
    let wanted = |account: &account::StoredAccount| account.role == Role::Officer || occurs(account);
    let view = |account: account::StoredAccount| {
        let active = account.role == Role::Officer && !account.blocked;
        OfficerView { id: account.id, name: account.name, active }
    };
    Ok(account::all(desk)?.into_iter().filter(wanted).map(view).collect())
}
