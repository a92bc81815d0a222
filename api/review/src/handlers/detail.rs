use kit::{Failure, Kit, account};
use shared::{
    access::Role,
    case::{Case, Row, available, rights},
    contract::{CaseDetail, OfficerView},
    id::AccountId,
};

/// A case as this AF sees it now.
pub fn detail(kit: &Kit, case: &Case, viewer: &AccountId) -> Result<CaseDetail, Failure> {
    let origins = case.origins();
    Ok(CaseDetail {
        id: origins.id.clone(),
        number: origins.number,
        revision: case.revision(),
        received: origins.received,
        contact_by: origins.contact_by,
        channel: origins.channel.clone(),
        report: origins.report.clone(),
        step: case.status().step(),
        row: Row::of(case),
        assigned: case.assigned().cloned(),
        vtt: case.vtt().cloned(),
        vtt_open: case.vtt_open(),
        commands: available(case, viewer),
        rights: rights::available(case, viewer),
        timeline: case.entries().to_vec(),
        officers: named(kit, case)?,
        today: (kit.now)().day(),
    })
}

/// The AFs, and whoever else did something with this case: an FG that agreed to a decision on a request. Only AFs are
/// offered to hand a case to, so the others stand as not active.
fn named(kit: &Kit, case: &Case) -> Result<Vec<OfficerView>, Failure> {
    let occurs = |account: &account::StoredAccount| case.entries().iter().any(|entry| entry.by == account.id);
    let wanted = |account: &account::StoredAccount| account.role == Role::Officer || occurs(account);
    let view = |account: account::StoredAccount| {
        let active = account.role == Role::Officer && !account.blocked;
        OfficerView { id: account.id, name: account.name, active }
    };
    Ok(account::all(kit)?.into_iter().filter(wanted).map(view).collect())
}
