use super::{
    acts::{at_revision, carry_out},
    retention::viewer,
};
use axum::response::Response;
use kit::{
    Failure, Kit, body,
    cases::load,
    relations::OfCase,
    requests,
    routes::{Call, answer},
};
use shared::{
    access::{Action, Viewer},
    case::{
        Entry, RequestPage,
        act::decide_request,
        export::{AccessQuestion, export},
        notes::rights::RequestDecision,
    },
    contract::Endpoint,
    id::CaseId,
};

/// A copy for the data subject.
pub async fn copy(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Rights)?;
    let question: AccessQuestion = of.body().await?;
    let made = export(&of.seen.standing.value, &question)?;
    Ok(answer(Endpoint::AccessCopy, &made))
}

/// Requests that are still to be decided.
pub async fn requests(call: Call) -> Result<Response, Failure> {
    let viewer = viewer(&call)?;
    Ok(answer(Endpoint::Requests, &page(&call.kit, viewer.as_ref())?))
}

/// The FG's answer to an AF's advice. Nothing of the case is in what is answered here.
pub async fn decide_one(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: CaseId = call.id()?;
    let standing = load(&call.kit, &id)?;
    let revision = body::if_match(call.request.headers())?;
    let decision: RequestDecision = body::json(call.request).await?;
    at_revision(&standing, revision)?;
    let event = decide_request(&standing.value, decision)?;
    carry_out(&call.kit, &standing, Entry { at: (call.kit.now)(), by, event })?;
    Ok(answer(Endpoint::DecideRequest, &page(&call.kit, None)?))
}

fn page(kit: &Kit, to: Option<&Viewer>) -> Result<RequestPage, Failure> {
    Ok(RequestPage { requests: requests::open(kit, to)?, today: (kit.now)().day() })
}
