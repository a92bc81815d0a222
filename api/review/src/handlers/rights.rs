use super::{
    acts::{at_revision, carry_out},
    retention::reader,
};
use axum::response::Response;
use desk::{
    Desk,
    case::{care, exclusions, load, requests, reviews},
    entrance::{Call, OfCase},
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    access::{Action, Reader},
    case::{
        Entry, RequestPage,
        act::{self, Asker, decide_request},
        export::{AccessQuestion, export},
        notes::rights::RequestDecision,
    },
    contract::{Endpoint, ReviewEndpoint},
    id::CaseId,
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::DecideRequest {
        decide_one(call).await
    } else if endpoint == ReviewEndpoint::ConfirmExclusion {
        confirm_exclusion(call).await
    } else if endpoint == ReviewEndpoint::AccessCopy {
        copy(call).await
    } else {
        requests(call)
    }
}

/// Requests that are still to be decided.
fn requests(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Requests, &page(&call.desk, &reader(&call)?)?))
}

/// The FG's answer to an AF's advice. The answer contains nothing of the case.
async fn decide_one(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: CaseId = call.id()?;
    let standing = load(&call.desk, &id)?;
    let revision = body::if_match(call.request.headers())?;
    let decision: RequestDecision = body::json(call.request).await?;
    at_revision(&standing, revision)?;
    let event = decide_request(&standing.value, decision)?;
    carry_out(&call.desk, &standing, Entry { at: call.desk.now(), by, event })?;
    Ok(answer(Endpoint::DecideRequest, &page(&call.desk, &Reader::PrivacyOfficer)?))
}

/// The FG confirms an exclusion by number. The answer contains nothing of the case.
async fn confirm_exclusion(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: CaseId = call.id()?;
    let standing = load(&call.desk, &id)?;
    at_revision(&standing, body::if_match(call.request.headers())?)?;
    let now = call.desk.now();
    let event = act::confirm_exclusion(&standing.value, Asker { actor: &by, today: now.day() })?;
    carry_out(&call.desk, &standing, Entry { at: now, by, event })?;
    Ok(answer(Endpoint::ConfirmExclusion, &page(&call.desk, &Reader::PrivacyOfficer)?))
}

/// A copy for the data subject.
async fn copy(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Rights)?;
    let question: AccessQuestion = of.body().await?;
    let case = &of.seen.standing.value;
    let (record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    let made = export(case, &record, reads, &question)?;
    Ok(answer(Endpoint::AccessCopy, &made))
}

/// An AF confirms an exclusion on the case itself, so only the FG gets these by number.
fn page(desk: &Desk, to: &Reader) -> Result<RequestPage, Failure> {
    let exclusions = match to {
        Reader::Officer(_) => Vec::new(),
        Reader::PrivacyOfficer => exclusions::open(desk)?,
    };
    let (requests, reviews) = (requests::open(desk, to)?, reviews::open(desk, to)?);
    Ok(RequestPage { requests, exclusions, reviews, today: desk.now().day() })
}
