//! Acts outside the route that do more than store their content.
use super::{Context, Refusal, check};
use crate::case::{
    Case, Event, RightsEvent,
    notes::rights::{Advice, Identified, RequestDecision, Right, Verdict},
};

type Decided = Result<Event, Refusal>;

/// Nothing is given to somebody who was not identified. A copy is for somebody who is on the form, or for nobody on it.
pub(super) fn advise(case: &Case, advice: Advice, _: &Context<'_>) -> Decided {
    let state = case.rights().requests().get(advice.request).filter(|state| state.is_open());
    let state = state.ok_or(Refusal::NothingToDo)?;
    check(state.is_identified() || advice.verdict != Verdict::Give, Refusal::NotIdentified)?;
    if let Some(at) = advice.person {
        let persons = case.latest_form().map_or(0, |form| form.persons.len());
        check(state.request.right == Right::Access && at < persons, Refusal::NothingToDo)?;
    }
    Ok(Event::Rights(RightsEvent::Advised(advice)))
}

/// Who asks is established once, for a request that is still open.
pub(super) fn identify(case: &Case, note: Identified, _: &Context<'_>) -> Decided {
    let state = case.rights().requests().get(note.request).filter(|state| state.is_open());
    let state = state.ok_or(Refusal::NothingToDo)?;
    check(!state.is_identified(), Refusal::AlreadySo)?;
    Ok(Event::Rights(RightsEvent::Identified(note)))
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
