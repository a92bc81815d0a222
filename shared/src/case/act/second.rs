//! The second person's part: agreeing to a proposal.
use super::{ActKind, Asker, Context, Refusal, Rejection, check, first};
use crate::{
    case::{Case, Event, Pending, Proposal, Rejected, Topic},
    moment::Day,
};

/// The waiting proposals that can be agreed to today. While processing is restricted these are only proposals of acts
/// that are still possible.
fn waiting(case: &Case, today: Day) -> impl Iterator<Item = &Pending> {
    let restricted = case.rights().is_restricted();
    let goes_on = move |kind: ActKind| !restricted || kind.goes_on_when_restricted();
    let current = case.pending().iter().filter(move |pending| !pending.proposal.has_lapsed(today));
    current.filter(move |pending| goes_on(ActKind::proposing(&pending.proposal)))
}

/// What was proposed before Veilig Thuis came into it waits for Veilig Thuis as well.
fn met(case: &Case, pending: &Pending, asker: Asker<'_>) -> Result<(), Refusal> {
    match pending.proposal.topic() {
        Topic::Course | Topic::Contact => first::vtt(case, asker)?,
        Topic::Exclusion | Topic::Lift | Topic::Feedback | Topic::Hold | Topic::Vtt | Topic::Safety => {}
    }
    asked(pending, asker)
}

/// Whether it asks this AF: somebody else proposed it, and not about them. A decision asks those who were there.
fn asked(pending: &Pending, asker: Asker<'_>) -> Result<(), Refusal> {
    if let Proposal::Exclude(proposed) = &pending.proposal {
        check(proposed.who != *asker.actor, Refusal::Excluded)?;
    }
    if let Proposal::Ruling(ruling) = &pending.proposal {
        check(ruling.may_have_been_there(asker.actor), Refusal::NotThere)?;
    }
    ActKind::proposing(&pending.proposal).needs().met_by(asker.actor, &pending.by)
}

/// The acts that wait for a second person and to which this AF can agree now, oldest first.
#[must_use]
pub fn proposals(case: &Case, asker: Asker<'_>) -> Vec<ActKind> {
    let open = |pending: &&Pending| met(case, pending, asker).is_ok();
    waiting(case, asker.today).filter(open).map(|pending| ActKind::proposing(&pending.proposal)).collect()
}

/// The acts that wait for a second person and that this AF is asked about, oldest first: also when something else has
/// to be done before they can agree.
#[must_use]
pub fn asked_of(case: &Case, asker: Asker<'_>) -> Vec<Pending> {
    waiting(case, asker.today).filter(|pending| asked(pending, asker).is_ok()).cloned().collect()
}

/// The acts that this AF proposed and that wait for a second person, oldest first.
#[must_use]
pub fn own_proposals(case: &Case, asker: Asker<'_>) -> Vec<Pending> {
    waiting(case, asker.today).filter(|pending| pending.by == *asker.actor).cloned().collect()
}

/// A colleague asks this AF something.
pub(super) fn somebody_asks(case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
    let mut answers = waiting(case, asker.today).map(|pending| asked(pending, asker));
    let first = answers.next().ok_or(Refusal::NothingProposed)?;
    answers.fold(first, Result::or)
}

/// This AF proposed something that waits.
pub(super) fn own_waits(case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
    check(!own_proposals(case, asker).is_empty(), Refusal::NothingProposed)
}

/// Does not agree: with the proposal of the named act, or with the only one that waits.
pub(super) fn decline(case: &Case, no: Rejection, context: &Context<'_>) -> Result<Event, Refusal> {
    let which = no.which;
    if let Some(kind) = which {
        let named = |pending: &&Pending| ActKind::proposing(&pending.proposal) == kind;
        let pending = waiting(case, context.today).find(named).ok_or(Refusal::NothingProposed)?;
        asked(pending, context.asker())?;
    }
    only(asked_of(case, context.asker()), no).map(Event::Declined)
}

/// Takes back one's own proposal.
pub(super) fn withdraw(case: &Case, no: Rejection, context: &Context<'_>) -> Result<Event, Refusal> {
    only(own_proposals(case, context.asker()), no).map(Event::Withdrawn)
}

/// The named one of these, or the only one.
fn only(mut all: Vec<Pending>, no: Rejection) -> Result<Rejected, Refusal> {
    all.retain(|pending| no.which.is_none_or(|kind| ActKind::proposing(&pending.proposal) == kind));
    check(all.len() < 2, Refusal::WhichProposal)?;
    let pending = all.pop().ok_or(Refusal::NothingProposed)?;
    Ok(Rejected { proposal: pending.proposal, reason: no.reason })
}

/// Something waits that this AF did not propose.
pub(super) fn somebody_waits(case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
    let mut answers = waiting(case, asker.today).map(|pending| met(case, pending, asker));
    let first = answers.next().ok_or(Refusal::NothingProposed)?;
    answers.fold(first, Result::or)
}

/// Agrees to the proposal of the named act; without a name, to the only waiting proposal.
pub(super) fn agree(case: &Case, with: Option<ActKind>, context: &Context<'_>) -> Result<Event, Refusal> {
    let mut meant = waiting(case, context.today).filter(|pending| match with {
        Some(kind) => ActKind::proposing(&pending.proposal) == kind,
        None => met(case, pending, context.asker()).is_ok(),
    });
    let pending = meant.next().ok_or(Refusal::NothingProposed)?;
    met(case, pending, context.asker())?;
    check(meant.next().is_none(), Refusal::WhichProposal)?;
    Ok(Event::Agreed(pending.proposal.clone()))
}

/// The FG confirms the exclusion that waits, by number: where no other AF can.
///
/// # Errors
/// [`Refusal::NothingProposed`] when none waits; [`Refusal::BeingDestroyed`].
pub fn confirm_exclusion(case: &Case, asker: Asker<'_>) -> Result<Event, Refusal> {
    check(!case.rights().is_doomed(), Refusal::BeingDestroyed)?;
    let waits = |one: &&Pending| one.proposal.topic() == Topic::Exclusion && !one.proposal.has_lapsed(asker.today);
    let pending = case.pending().iter().find(waits).ok_or(Refusal::NothingProposed)?;
    met(case, pending, asker)?;
    Ok(Event::Agreed(pending.proposal.clone()))
}
