//! Reports by phone that were begun and not sent.
use axum::response::Response;
use desk::{
    account,
    case::{phone_draft, relations},
    entrance::Call,
};
use http::Method;
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::contract::{Endpoint, PhoneDraftChange};

/// Reads them, or keeps what was typed in one: by the method.
pub async fn respond(call: Call) -> Result<Response, Failure> {
    if call.request.method() == Method::POST { keep(call).await } else { list(call) }
}

/// One's own, and those of whom one stands in for.
fn list(call: Call) -> Result<Response, Failure> {
    let (desk, me) = (&call.desk, &call.who()?.account);
    let viewer = relations::viewer(desk, me, &account::all(desk)?)?;
    Ok(answer(Endpoint::PhoneDrafts, &phone_draft::all(desk, &viewer)?))
}

/// Keeps what was typed in one, or throws it away.
async fn keep(call: Call) -> Result<Response, Failure> {
    let me = call.who()?.account.clone();
    let change: PhoneDraftChange = body::exact(call.request).await?;
    call.trail.about(&change.of);
    let viewer = relations::viewer(&call.desk, &me, &account::all(&call.desk)?)?;
    Ok(answer(Endpoint::SavePhoneDraft, &phone_draft::keep(&call.desk, &viewer, &change)?))
}
