//! The log of what was done about awareness.
use axum::response::Response;
use desk::{awareness, entrance::Call};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    awareness::AwarenessCommand,
    contract::{Endpoint, ReviewEndpoint},
};

/// The handler of both endpoints.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::CommandAwareness { command(call).await } else { show(call) }
}

/// The log.
fn show(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Awareness, &awareness::page(&call.desk)?))
}

/// Adds a line, corrects one, or ends one.
async fn command(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let command: AwarenessCommand = body::json(call.request).await?;
    awareness::command(&call.desk, &command, &by)?;
    Ok(answer(Endpoint::CommandAwareness, &awareness::page(&call.desk)?))
}
