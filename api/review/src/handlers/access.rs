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
    contract::{AccessCommand, Endpoint},
    id::AccountId,
};

/// Requests for access, and access granted.
pub async fn list(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::AccessRequests, &access::page(&call.desk, &call.who()?.account)?))
}

/// A second person confirms or refuses.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: AccountId = call.id()?;
    let revision = body::if_match(call.request.headers())?;
    let command: AccessCommand = body::json(call.request).await?;
    let done = access::answer(&call.desk, &id, revision, command.answer, &by)?;
    Ok(tagged(Endpoint::CommandAccess, &done, done.account.revision))
}
