use kit::{Failure, Kit, account};
use shared::{
    case::{Case, Row, available},
    contract::CaseDetail,
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
        timeline: case.entries().to_vec(),
        officers: account::officers(kit)?,
        today: (kit.now)().day(),
    })
}
