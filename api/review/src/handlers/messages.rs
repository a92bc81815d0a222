//! What an AF is told of by message, and the calendar behind a secret address.
use axum::response::{IntoResponse, Response};
use desk::{entrance::Call, outbox};
use http::{HeaderValue, header};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::contract::{Endpoint, MessagesCommand, ReviewEndpoint};

/// What the caller chose, or another choice.
pub async fn respond(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::ChooseMessages { choose(call).await } else { own(&call) }
}

/// What the caller chose.
fn own(call: &Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::OwnMessages, &outbox::own(&call.desk, &call.who()?.account)?))
}

/// Chooses, tries, makes or ends the address of the calendar.
async fn choose(call: Call) -> Result<Response, Failure> {
    let me = call.who()?.account.clone();
    let command: MessagesCommand = body::json(call.request).await?;
    Ok(answer(Endpoint::ChooseMessages, &outbox::command(&call.desk, &me, &command)?))
}

/// The calendar, for a program that asks for it every hour. Nobody is logged in; the address is the proof.
pub async fn feed(call: Call) -> Result<Response, Failure> {
    let mut response = outbox::feed(&call.desk, call.secret())?.into_response();
    let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}
