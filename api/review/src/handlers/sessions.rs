use axum::response::Response;
use http::header;
use kit::{
    Failure, body,
    routes::{Call, answer},
    session,
};
use shared::contract::{Credentials, Endpoint};

pub async fn log_in(call: Call) -> Result<Response, Failure> {
    let credentials: Credentials = body::json(call.request).await?;
    let (session, cookie) = session::log_in(&call.kit, &credentials)?;
    let mut response = answer(Endpoint::LogIn, &session.view());
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

pub async fn current(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Session, &call.who()?.view()))
}

pub async fn log_out(call: Call) -> Result<Response, Failure> {
    let cookie = session::log_out(&call.kit, call.who()?)?;
    let mut response = Response::default();
    *response.status_mut() = http::StatusCode::NO_CONTENT;
    kit::error::api_headers(response.headers_mut());
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}
