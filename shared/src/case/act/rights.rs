//! What comes of an act beside the route, by its content.
use super::{Context, Refusal, check};
use crate::{
    answer::YesNo,
    case::{
        Case, Event, RightsEvent,
        notes::rights::{Advice, Deferral, Ground, Informed, Request, RequestDecision, TakenOver, Verdict},
    },
};

type Decided = Result<Event, Refusal>;

pub(super) fn receive(_: &Case, request: Request, context: &Context<'_>) -> Decided {
    check(request.received <= context.today, Refusal::DayInFuture)?;
    Ok(Event::Rights(RightsEvent::Requested(request)))
}

pub(super) fn advise(case: &Case, advice: Advice, context: &Context<'_>) -> Decided {
    let state = case.rights().requests().get(advice.request).filter(|state| state.is_open());
    let state = state.ok_or(Refusal::NothingToDo)?;
    match advice.verdict {
        Verdict::Give => {
            check(state.request.identified == YesNo::Yes, Refusal::NotIdentified)?;
            check(advice.ground == Ground::Founded, Refusal::WrongGround)?;
        }
        Verdict::Refuse => check(!matches!(advice.ground, Ground::Founded | Ground::Complex), Refusal::WrongGround)?,
        Verdict::Defer => {
            check(matches!(advice.ground, Ground::Limited | Ground::Complex), Refusal::WrongGround)?;
            check(advice.until.is_some_and(|until| until > context.today), Refusal::DayNeeded)?;
        }
    }
    Ok(Event::Rights(RightsEvent::Advised(advice)))
}

pub(super) fn inform(_: &Case, note: Informed, context: &Context<'_>) -> Decided {
    check(note.day <= context.today, Refusal::DayInFuture)?;
    Ok(Event::Rights(RightsEvent::Informed(note)))
}

pub(super) fn defer(_: &Case, note: Deferral, context: &Context<'_>) -> Decided {
    check(note.review > context.today, Refusal::DayNeeded)?;
    check(matches!(note.ground, Ground::Limited | Ground::Others), Refusal::WrongGround)?;
    Ok(Event::Rights(RightsEvent::InformingDeferred(note)))
}

pub(super) fn take_over(_: &Case, note: TakenOver, context: &Context<'_>) -> Decided {
    check(note.day <= context.today, Refusal::DayInFuture)?;
    Ok(Event::Rights(RightsEvent::TakenOver(note)))
}

/// The FG's answer to an AF's advice: the second of the two who decide on a request.
///
/// # Errors
/// [`Refusal::NothingToDo`] when no advice waits; [`Refusal::BeingDestroyed`].
pub fn decide_request(case: &Case, decision: RequestDecision) -> Decided {
    check(!case.rights().is_doomed(), Refusal::BeingDestroyed)?;
    let state = case.rights().requests().get(decision.request);
    let waits = state.is_some_and(|state| state.advice.is_some() && !state.agreed);
    check(waits, Refusal::NothingToDo)?;
    Ok(Event::Rights(RightsEvent::RequestDecided(decision)))
}
