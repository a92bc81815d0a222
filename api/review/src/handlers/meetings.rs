//! The werkoverleg.
use axum::response::Response;
use desk::{
    account,
    case::{meeting, relations, take_in_or_wait},
    entrance::Call,
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    case::meeting::MeetingCommand,
    contract::{Endpoint, MeetingsPage},
    id::MeetingId,
};

/// When there is one, and what there is to discuss.
pub async fn list(call: Call) -> Result<Response, Failure> {
    respond(Endpoint::Meetings, &call, None)
}

/// Plans, changes or cancels one, or asks to discuss a case.
pub async fn command(mut call: Call) -> Result<Response, Failure> {
    let command: MeetingCommand = body::json(std::mem::take(&mut call.request)).await?;
    let (desk, me) = (&call.desk, &call.who()?.account);
    let viewer = relations::viewer(desk, me, &account::all(desk)?)?;
    let made = meeting::command(desk, &viewer, command)?;
    respond(Endpoint::CommandMeetings, &call, made)
}

/// One of them.
pub async fn show(call: Call) -> Result<Response, Failure> {
    let id: MeetingId = call.id()?;
    let (desk, accounts) = (&call.desk, account::all(&call.desk)?);
    let viewer = relations::viewer(desk, &call.who()?.account, &accounts)?;
    Ok(answer(Endpoint::Meeting, &meeting::show(desk, &viewer, &accounts, &id)?))
}

fn respond(endpoint: Endpoint, call: &Call, made: Option<MeetingId>) -> Result<Response, Failure> {
    let (desk, accounts) = (&call.desk, account::all(&call.desk)?);
    take_in_or_wait(desk)?;
    let viewer = relations::viewer(desk, &call.who()?.account, &accounts)?;
    let page = meeting::list(desk, &viewer, &accounts)?;
    Ok(answer(endpoint, &MeetingsPage { made, ..page }))
}
