use super::told;
use axum::response::Response;
use desk::{account::access, entrance::Call};
use kit::{
    Failure,
    web::{
        body,
        routes::{answer, tagged},
    },
};
use shared::{
    audit::AuditAction,
    contract::{AccessAnswer, AccessCommand, Endpoint},
    id::AccountId,
};

/// Requests for access, and access granted.
pub async fn list(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::AccessRequests, &access::page(&call.desk, &call.who()?.account)?))
}

/// A second person confirms or refuses, or has seen what was given.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: AccountId = call.id()?;
    let revision = body::if_match(call.request.headers())?;
    let command: AccessCommand = body::json(call.request).await?;
    call.trail.action(action(command.answer));
    if let Some(asked) = access::request_on(&call.desk, &id, &by)? {
        told::request(&call.trail, &asked);
    }
    let done = access::answer(&call.desk, &id, revision, command.answer, &by)?;
    Ok(tagged(Endpoint::CommandAccess, &done, done.account.revision))
}

fn action(answer: AccessAnswer) -> AuditAction {
    match answer {
        AccessAnswer::Confirm => AuditAction::ConfirmAccess,
        AccessAnswer::Refuse => AuditAction::RefuseAccess,
        AccessAnswer::Seen => AuditAction::SeeAccess,
    }
}
