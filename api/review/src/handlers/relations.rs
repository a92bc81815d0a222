//! Break-glass, waarneming, handing over.
use super::told;
use axum::response::Response;
use desk::{account, case::relations, entrance::Call};
use kit::{
    Failure,
    web::{
        body,
        routes::{answer, no_content},
    },
};
use shared::{
    case::notes::BreakGlass,
    contract::{Endpoint, HandOverBody, NewStandIn, OpenReason, ReviewEndpoint, StartStandIn},
    id::{CaseId, StandInId},
};

/// Opens a colleague's case with a reason, until the end of the day.
pub async fn open(call: Call) -> Result<Response, Failure> {
    let id: CaseId = call.id()?;
    let who = call.who()?.clone();
    let asked: OpenReason = body::json(call.request).await?;
    told::opened(&call.trail, &asked);
    let reason = BreakGlass { why: asked.why, words: asked.words };
    Ok(answer(Endpoint::OpenCase, &relations::open(&call.desk, &who, &id, reason)?))
}

/// Standing in and handing over: does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::AddStandIn {
        add_stand_in(call).await
    } else if endpoint == ReviewEndpoint::StartStandIn {
        start_stand_in(call).await
    } else if endpoint == ReviewEndpoint::EndStandIn {
        end_stand_in(call).await
    } else if endpoint == ReviewEndpoint::HandOver {
        hand_over(call).await
    } else {
        stand_ins(&call)
    }
}

/// The stand-ins that concern the caller.
fn stand_ins(call: &Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::StandIns, &relations::mine(&call.desk, &call.who()?.account)?))
}

/// A colleague stands in for the caller.
async fn add_stand_in(call: Call) -> Result<Response, Failure> {
    let me = call.who()?.account.clone();
    let new: NewStandIn = body::json(call.request).await?;
    call.trail.about(&new.by);
    Ok(answer(Endpoint::AddStandIn, &relations::add(&call.desk, &me, &new)?))
}

/// Begins to stand in for a colleague, with a reason.
async fn start_stand_in(call: Call) -> Result<Response, Failure> {
    let me = call.who()?.account.clone();
    let new: StartStandIn = body::json(call.request).await?;
    call.trail.about(&new.of);
    told::started(&call.trail, &new);
    Ok(answer(Endpoint::StartStandIn, &relations::start(&call.desk, &me, &new)?))
}

/// Ends a waarneming: one's own, or one that began with a reason.
async fn end_stand_in(call: Call) -> Result<Response, Failure> {
    let id: StandInId = call.id()?;
    let ended = relations::end(&call.desk, call.who()?, &id)?;
    call.trail.about(&ended.by);
    Ok(no_content())
}

/// Hands one's own cases, or those of a colleague who left, to another AF.
async fn hand_over(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.clone();
    let asked: HandOverBody = body::json(call.request).await?;
    call.trail.about(&asked.from);
    if let Some(to) = account::all(&call.desk)?.iter().find(|account| account.id == asked.to) {
        told::to(&call.trail, &to.name);
    }
    Ok(answer(Endpoint::HandOver, &relations::hand_over(&call.desk, &who, &asked)?))
}
