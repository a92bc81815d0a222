//! Keeping and destroying closed cases: what is due, who agreed, real deletion, and the declaration that stays.
//!
//! What may be done is decided in [`shared::retention`]. Here is the order in which it is done, so that a stop anywhere
//! leaves work that the next [`finish`] completes.
mod certificates;
mod destroy;
mod register;
mod sweep;
#[cfg(test)]
mod tests;

pub use certificates::certificates;
pub use destroy::finish;
pub use register::{approve, propose, reject};
pub use sweep::{Counts, counts, due_cases, sweep};

pub(crate) use sweep::prepare;

use crate::{Failure, Kit};
use shared::{
    contract::{ErrorItem, ProblemKind},
    id::CaseNumber,
    retention::destruction::{DestructionRefusal, Proposal},
};

impl From<DestructionRefusal> for Failure {
    fn from(refusal: DestructionRefusal) -> Self {
        let detail = "Het dossier of het voorstel is niet zoals dit het vraagt.".into();
        let item = ErrorItem { pointer: String::new(), code: refusal.as_str().into(), detail };
        Self::Problem(ProblemKind::Refused, "Bekijk de lijst opnieuw.", vec![item])
    }
}

/// What waits for a second person, and the numbers of cases whose destruction stopped half-way.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn waiting(kit: &Kit) -> Result<(Vec<Proposal>, Vec<CaseNumber>), Failure> {
    let (going, proposed): (Vec<_>, Vec<_>) =
        register::read(kit)?.open.into_iter().partition(|open| open.approved.is_some());
    let proposals = proposed.into_iter().map(|open| open.proposal).collect();
    Ok((proposals, going.into_iter().map(|open| open.proposal.number).collect()))
}
