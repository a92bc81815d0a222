//! The second person's part: agreeing to a proposal.
use super::{ActKind, Context, Refusal, check};
use crate::{
    case::{Case, Event, Pending},
    id::AccountId,
};

/// The waiting proposals that can be agreed to now. While processing is restricted these are only proposals of acts
/// that are still possible.
fn waiting(case: &Case) -> impl Iterator<Item = &Pending> {
    let restricted = case.rights().is_restricted();
    let goes_on = move |kind: ActKind| !restricted || kind.goes_on_when_restricted();
    case.pending().iter().filter(move |pending| goes_on(ActKind::proposing(&pending.proposal)))
}

fn met(pending: &Pending, actor: &AccountId) -> Result<(), Refusal> {
    ActKind::proposing(&pending.proposal).needs().met_by(actor, &pending.by)
}

/// The acts that wait for a second person and to which `actor` can agree now, oldest first.
#[must_use]
pub fn proposals(case: &Case, actor: &AccountId) -> Vec<ActKind> {
    let open = |pending: &&Pending| met(pending, actor).is_ok();
    waiting(case).filter(open).map(|pending| ActKind::proposing(&pending.proposal)).collect()
}

/// Something waits that `actor` did not propose.
pub(super) fn somebody_waits(case: &Case, actor: &AccountId) -> Result<(), Refusal> {
    let mut answers = waiting(case).map(|pending| met(pending, actor));
    let first = answers.next().ok_or(Refusal::NothingProposed)?;
    answers.fold(first, Result::or)
}

/// Agrees to the proposal of the named act; without a name, to the only waiting proposal.
pub(super) fn agree(case: &Case, with: Option<ActKind>, context: &Context<'_>) -> Result<Event, Refusal> {
    let mut meant = waiting(case).filter(|pending| match with {
        Some(kind) => ActKind::proposing(&pending.proposal) == kind,
        None => met(pending, context.actor).is_ok(),
    });
    let pending = meant.next().ok_or(Refusal::NothingProposed)?;
    met(pending, context.actor)?;
    check(meant.next().is_none(), Refusal::WhichProposal)?;
    Ok(Event::Agreed(pending.proposal.clone()))
}
