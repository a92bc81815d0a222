//! The decision on an act: the event that it becomes, or the refusal.
use super::{Act, ActKind, Asker, Context, Refusal, asked, check};
use crate::case::{Case, Event};

/// The acts that can be asked now by this actor: the buttons on the page. The content of one may still be refused.
#[must_use]
pub fn available(case: &Case, asker: Asker<'_>) -> Vec<ActKind> {
    ActKind::ALL.iter().copied().filter(|kind| possible(case, *kind, asker).is_ok()).collect()
}

/// Decides the result of an act. Changes nothing.
///
/// # Errors
/// The first [`Refusal`] that holds.
pub fn decide(case: &Case, act: Act, context: &Context<'_>) -> Result<Event, Refusal> {
    possible(case, act.kind(), context.asker())?;
    act.event(case, context)
}

/// Whether an act of this kind can be asked now by this actor.
///
/// # Errors
/// The first [`Refusal`] that does not depend on the act's content.
pub fn possible(case: &Case, kind: ActKind, asker: Asker<'_>) -> Result<(), Refusal> {
    let (exclusions, Asker { actor, today }) = (case.exclusions(), asker);
    check(!exclusions.names(actor) && !exclusions.names_provisionally(actor, today), Refusal::Excluded)?;
    check(!case.rights().is_doomed(), Refusal::BeingDestroyed)?;
    check(!case.rights().is_restricted() || goes_on(case, kind), Refusal::ProcessingRestricted)?;
    check(!kind.targets(case.status().step()).is_empty(), Refusal::NotInThisStep)?;
    let elsewhere = case.joined().is_some() && kind.is_of_the_lead();
    check(!elsewhere, Refusal::DecidedByLead)?;
    asked::ready(kind, case, asker)
}

/// Agreeing, or not, goes on when the act that was proposed does.
fn goes_on(case: &Case, kind: ActKind) -> bool {
    let proposed = || case.pending().iter().map(|pending| ActKind::proposing(&pending.proposal));
    let answers = matches!(kind, ActKind::Agree | ActKind::Decline | ActKind::Withdraw);
    kind.goes_on_when_restricted() || (answers && proposed().any(ActKind::goes_on_when_restricted))
}
