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
    contract::{Endpoint, MeetingsPage, ReviewEndpoint},
    id::MeetingId,
};

/// A request about the werkoverleggen.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::CommandMeetings {
        command(call).await
    } else if endpoint == ReviewEndpoint::Meeting {
        show(&call)
    } else {
        respond(Endpoint::Meetings, &call, None)
    }
}

/// Plans, changes or cancels one, or asks to discuss a case.
async fn command(mut call: Call) -> Result<Response, Failure> {
    let command: MeetingCommand = body::json(std::mem::take(&mut call.request)).await?;
    let (desk, me) = (&call.desk, &call.who()?.account);
    let viewer = relations::viewer(desk, me, &account::all(desk)?)?;
    let made = meeting::command(desk, &viewer, command)?;
    respond(Endpoint::CommandMeetings, &call, made)
}

/// One of them.
fn show(call: &Call) -> Result<Response, Failure> {
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
