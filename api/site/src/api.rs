use crate::compress;
use axum::{extract::Request, response::Response};
use http::{HeaderValue, header};
use kit::{Failure, instance::Environment, web::routes::answer};
use shared::contract::{Endpoint, openapi};

/// The API's own description. Anyone may read it from anywhere (NLGov API Design Rules), so any origin may fetch it.
pub fn openapi() -> Result<Response, Failure> {
    let mut response = answer(Endpoint::OpenApi, &openapi::document());
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}

/// The facts about this instance that a browser needs. They are part of the melder's first visit, so they are
/// compressed.
pub fn instance(environment: &Environment, request: &Request) -> Result<Response, Failure> {
    let json = serde_json::to_vec(&environment.instance()?).map_err(|_| Failure::Internal("the profile is no JSON"))?;
    Ok(compress::made(request.headers(), "application/json", json))
}
