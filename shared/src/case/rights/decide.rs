use super::{
    RequestState, Rights, RightsCommand, RightsEvent, RightsKind,
    notes::{Advice, Deferral, Ground, Informed, Request, RequestDecision, TakenOver, Verdict},
};
use crate::{
    case::Case,
    id::AccountId,
    moment::Day,
    report::{YesNo, choice},
};

/// The most requests and the most corrections of one case.
const MOST: usize = 20;

choice!(
    /// Why it cannot be done. The words stand in the frontend's messages.
    RightsRefusal {
        /// The case is being destroyed.
        Doomed = "wordt-vernietigd",
        /// The processing is restricted: only lifting that, and requests.
        Restricted = "verwerking-beperkt",
        /// It is so already.
        Already = "is-al-zo",
        /// Nothing to lift, agree to or advise on.
        Nothing = "niets-om-te-doen",
        /// That needs another AF.
        OtherOfficerNeeded = "andere-af-nodig",
        /// A day that is still to come.
        DayInFuture = "datum-in-toekomst",
        /// A day that has passed, or none.
        DayNeeded = "latere-datum-nodig",
        /// This ground does not go with this decision.
        WrongGround = "grond-past-niet",
        /// First establish who asks.
        NotIdentified = "identiteit-eerst",
        /// More than fits.
        TooMany = "te-veel",
    }
);

/// What can be asked now by this actor.
#[must_use]
pub fn available(case: &Case, actor: &AccountId) -> Vec<RightsKind> {
    let open = |kind: &RightsKind| before_content(case.rights(), *kind, actor).is_ok();
    RightsKind::ALL.iter().copied().filter(open).collect()
}

/// Decides what becomes of a command. Changes nothing.
///
/// # Errors
/// The first [`RightsRefusal`] that holds.
pub fn decide(
    case: &Case,
    command: RightsCommand,
    actor: &AccountId,
    today: Day,
) -> Result<RightsEvent, RightsRefusal> {
    let rights = case.rights();
    before_content(rights, command.kind(), actor)?;
    Ok(match command {
        RightsCommand::Correct(correction) => RightsEvent::Corrected(correction),
        RightsCommand::Hold(why) => RightsEvent::Held(why),
        RightsCommand::ProposeLift(why) => RightsEvent::LiftProposed(why),
        RightsCommand::AgreeLift => RightsEvent::LiftAgreed,
        RightsCommand::Restrict(why) => RightsEvent::Restricted(why),
        RightsCommand::LiftRestriction(why) => RightsEvent::RestrictionLifted(why),
        RightsCommand::ReceiveRequest(request) => receive(request, today)?,
        RightsCommand::AdviseRequest(advice) => advise(rights, advice, today)?,
        RightsCommand::Inform(note) => inform(note, today)?,
        RightsCommand::DeferInforming(note) => defer(note, today)?,
        RightsCommand::TakeOver(note) => take_over(note, today)?,
    })
}

/// The FG's word on an AF's advice: the second of the two who decide on a request.
///
/// # Errors
/// [`RightsRefusal::Nothing`] when no advice waits.
pub fn decide_request(case: &Case, decision: RequestDecision) -> Result<RightsEvent, RightsRefusal> {
    check(!case.rights().is_doomed(), RightsRefusal::Doomed)?;
    let state = case.rights().requests().get(decision.request);
    let waits = state.is_some_and(|state| state.advice.is_some() && !state.agreed);
    check(waits, RightsRefusal::Nothing).map(|()| RightsEvent::RequestDecided(decision))
}

fn check(holds: bool, otherwise: RightsRefusal) -> Result<(), RightsRefusal> {
    if holds { Ok(()) } else { Err(otherwise) }
}

/// What can be said before one knows what the command holds.
fn before_content(rights: &Rights, kind: RightsKind, actor: &AccountId) -> Result<(), RightsRefusal> {
    check(!rights.is_doomed(), RightsRefusal::Doomed)?;
    let goes_on_when_restricted =
        matches!(kind, RightsKind::LiftRestriction | RightsKind::ReceiveRequest | RightsKind::AdviseRequest);
    check(!rights.is_restricted() || goes_on_when_restricted, RightsRefusal::Restricted)?;
    match kind {
        RightsKind::Correct => check(rights.corrections().len() < MOST, RightsRefusal::TooMany),
        RightsKind::Hold => check(rights.hold().is_none(), RightsRefusal::Already),
        RightsKind::ProposeLift => {
            let hold = rights.hold().ok_or(RightsRefusal::Nothing)?;
            check(hold.lift_proposed_by.is_none(), RightsRefusal::Already)
        }
        RightsKind::AgreeLift => second(rights.hold().and_then(|hold| hold.lift_proposed_by.as_ref()), actor),
        RightsKind::Restrict => check(!rights.is_restricted(), RightsRefusal::Already),
        RightsKind::LiftRestriction => check(rights.is_restricted(), RightsRefusal::Nothing),
        RightsKind::ReceiveRequest => check(rights.requests().len() < MOST, RightsRefusal::TooMany),
        RightsKind::AdviseRequest => check(rights.requests().iter().any(RequestState::is_open), RightsRefusal::Nothing),
        RightsKind::Inform | RightsKind::DeferInforming | RightsKind::TakeOver => Ok(()),
    }
}

/// What one proposed another agrees to.
fn second(proposed_by: Option<&AccountId>, actor: &AccountId) -> Result<(), RightsRefusal> {
    let first = proposed_by.ok_or(RightsRefusal::Nothing)?;
    check(first != actor, RightsRefusal::OtherOfficerNeeded)
}

fn receive(request: Request, today: Day) -> Result<RightsEvent, RightsRefusal> {
    check(request.received <= today, RightsRefusal::DayInFuture)?;
    Ok(RightsEvent::Requested(request))
}

fn advise(rights: &Rights, advice: Advice, today: Day) -> Result<RightsEvent, RightsRefusal> {
    let state = rights.requests().get(advice.request).filter(|state| state.is_open());
    let state = state.ok_or(RightsRefusal::Nothing)?;
    match advice.verdict {
        Verdict::Give => {
            check(state.request.identified == YesNo::Yes, RightsRefusal::NotIdentified)?;
            check(advice.ground == Ground::Founded, RightsRefusal::WrongGround)?;
        }
        Verdict::Refuse => {
            check(!matches!(advice.ground, Ground::Founded | Ground::Complex), RightsRefusal::WrongGround)?;
        }
        Verdict::Defer => {
            check(matches!(advice.ground, Ground::Limited | Ground::Complex), RightsRefusal::WrongGround)?;
            check(advice.until.is_some_and(|until| until > today), RightsRefusal::DayNeeded)?;
        }
    }
    Ok(RightsEvent::Advised(advice))
}

fn inform(note: Informed, today: Day) -> Result<RightsEvent, RightsRefusal> {
    check(note.day <= today, RightsRefusal::DayInFuture).map(|()| RightsEvent::Informed(note))
}

fn defer(note: Deferral, today: Day) -> Result<RightsEvent, RightsRefusal> {
    check(note.review > today, RightsRefusal::DayNeeded)?;
    check(matches!(note.ground, Ground::Limited | Ground::Others), RightsRefusal::WrongGround)?;
    Ok(RightsEvent::InformingDeferred(note))
}

fn take_over(note: TakenOver, today: Day) -> Result<RightsEvent, RightsRefusal> {
    check(note.day <= today, RightsRefusal::DayInFuture).map(|()| RightsEvent::TakenOver(note))
}
