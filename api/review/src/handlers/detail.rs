use kit::{Failure, Kit, account, session::Session};
use shared::{
    access::{Action, Viewer, may},
    case::{Case, CommandKind, Row, available},
    contract::CaseDetail,
};

/// A case as this AF sees it now.
pub fn detail(kit: &Kit, case: &Case, who: &Session, viewer: &Viewer) -> Result<CaseDetail, Failure> {
    let (origins, row) = (case.origins(), Row::of(case));
    let relation = viewer.relation(&row);
    let mut commands = available(case, &who.account);
    commands.retain(|kind: &CommandKind| may(Some(who.role), Action::of(*kind), relation));
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
        timeline: case.entries().to_vec(),
        officers: account::officers(kit)?,
        today: (kit.now)().day(),
        relation,
        excluded: excluded.cloned().collect(),
        row: row.sent(),
    })
}
