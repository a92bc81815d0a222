//! Closing many reports at once, by two.
use axum::response::Response;
use desk::{
    account,
    case::{relations, take_in_or_wait, together},
    entrance::Call,
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    audit::AuditAction,
    case::together::TogetherCommand,
    contract::{Endpoint, ReviewEndpoint},
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::CommandTogether { command(call).await } else { list(&call) }
}

/// The proposals.
fn list(call: &Call) -> Result<Response, Failure> {
    respond(Endpoint::Together, call, false)
}

/// One proposes, another agrees or does not, and it is carried out.
async fn command(mut call: Call) -> Result<Response, Failure> {
    let command: TogetherCommand = body::json(std::mem::take(&mut call.request)).await?;
    call.trail.action(AuditAction::Act(command.kind()));
    let (desk, me) = (&call.desk, &call.who()?.account);
    let viewer = relations::viewer(desk, me, &account::all(desk)?)?;
    let mut more = false;
    match &command {
        TogetherCommand::Propose(selection) => {
            call.trail.because(selection.reason.clone());
            // what arrived before is in the selection
            take_in_or_wait(desk)?;
            more = together::propose(desk, &viewer, selection)?;
        }
        TogetherCommand::Agree { proposal } => {
            together::agree(desk, &viewer, proposal)?;
            together::go_on(desk, &viewer, proposal)?;
        }
        TogetherCommand::GoOn { proposal } => together::go_on(desk, &viewer, proposal)?,
        TogetherCommand::Reject { proposal } => together::reject(desk, &viewer, proposal)?,
    }
    respond(Endpoint::CommandTogether, &call, more)
}

fn respond(endpoint: Endpoint, call: &Call, more: bool) -> Result<Response, Failure> {
    let (desk, accounts) = (&call.desk, account::all(&call.desk)?);
    let viewer = relations::viewer(desk, &call.who()?.account, &accounts)?;
    Ok(answer(endpoint, &together::page(desk, &viewer, &accounts, more)?))
}
