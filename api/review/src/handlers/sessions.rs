use axum::response::Response;
use desk::{
    audit,
    entrance::Call,
    login::{limit, session, sessions},
};
use http::header;
use kit::{
    Failure,
    web::{
        body,
        routes::{answer, no_content},
    },
};
use shared::contract::{Credentials, Endpoint, OwnSessionCommand, ReviewEndpoint};

/// Name, password and code. A successful log-in leaves an audit line, after a line for failed attempts on the same
/// account if there were any. A failed attempt is counted.
pub async fn log_in(call: Call) -> Result<Response, Failure> {
    let (headers, caller) = (call.request.headers().clone(), limit::Caller::of(&call.desk, call.request.headers()));
    let credentials: Credentials = body::json(call.request).await?;
    let attempt = limit::guard(&call.desk, &caller, &credentials.login)?;
    let (session, cookie) = match session::log_in(&call.desk, &credentials) {
        Ok(entered) => entered,
        Err(refused) => {
            attempt.failed(&call.desk)?;
            return Err(refused);
        }
    };
    let known = attempt.passed(&call.desk, &session.account)?;
    session::leave_behind(&call.desk, &headers)?;
    audit::tell_of(&call.desk, &session.account)?;
    audit::note(&call.desk, Endpoint::LogIn, Some(&session.account), &session.account)?;
    let mut response = answer(Endpoint::LogIn, &session.view());
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    response.headers_mut().append(header::SET_COOKIE, known);
    Ok(response)
}

/// The caller.
pub async fn current(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Session, &call.who()?.view()))
}

/// Ends the session.
pub async fn log_out(call: Call) -> Result<Response, Failure> {
    let cookie = session::log_out(&call.desk, call.who()?)?;
    let mut response = no_content();
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    // the cache only: "cookies" and "storage" would take the draft of a melder on the same device with them
    response.headers_mut().insert("clear-site-data", http::HeaderValue::from_static("\"cache\""));
    Ok(response)
}

/// Where the caller is logged in, or the end of that.
pub async fn own(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::EndSessions { end(call).await } else { list(call).await }
}

async fn list(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::OwnSessions, &sessions::list(&call.desk, call.who()?)?))
}

/// Ends one of the caller's sessions, or all but this one.
async fn end(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.clone();
    let command: OwnSessionCommand = body::json(call.request).await?;
    match command {
        OwnSessionCommand::End { id } => sessions::end(&call.desk, &who, &id)?,
        OwnSessionCommand::EndOthers => sessions::end_others(&call.desk, &who)?,
    }
    Ok(answer(Endpoint::EndSessions, &sessions::list(&call.desk, &who)?))
}
