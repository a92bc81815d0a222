//! A case, made from a report.
use super::sealed::Opened;
use crate::{Desk, account};
use kit::Failure;
use shared::{
    access::Colleague,
    case::{Case, Origins},
    id::{AccountId, CaseNumber, FunctionId},
};

/// The AFs with their functions, read only if a report excludes a function.
pub(super) fn officers(desk: &Desk, reports: &[Opened]) -> Result<Vec<Colleague>, Failure> {
    if reports.iter().all(|report| report.report.excluded.is_empty()) {
        return Ok(Vec::new());
    }
    account::colleagues(desk, &account::all(desk)?)
}

/// The AFs whom a report keeps out by name, whatever their function becomes: those with an excluded function, and those
/// whose function is not known, because they could be the person meant. The latter only while somebody is left who has
/// another function: with nobody left no two AFs could ever lift it, and a second person sees every function that is
/// given later.
fn pinned(excluded: &[FunctionId], officers: &[Colleague]) -> Vec<AccountId> {
    if excluded.is_empty() {
        return Vec::new();
    }
    let is_other = |one: &Colleague| one.function.as_ref().is_some_and(|id| !excluded.contains(id));
    let somebody_left = officers.iter().any(|one| one.active && is_other(one));
    let kept_out = |one: &&Colleague| !is_other(one) && (somebody_left || one.function.is_some());
    officers.iter().filter(kept_out).map(|one| one.id.clone()).collect()
}

/// The case with this number.
pub(super) fn of(number: i64, report: Opened, officers: &[Colleague]) -> Case {
    let excluded = pinned(&report.report.excluded, officers);
    let year = report.received.year();
    Case::open(Origins {
        id: report.id,
        number: CaseNumber { year, sequence: u32::try_from(number).unwrap_or(u32::MAX) },
        received: report.received,
        contact_by: report.contact_by,
        channel: report.channel,
        report: report.report,
        status_key: report.status_key,
        excluded,
    })
}
