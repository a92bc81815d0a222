//! Answers to browser navigation: always a redirect, because a person reads no JSON.
use crate::login::oidc::Refused;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kit::Failure;
use shared::contract::WorkAccountRefusal;

/// The path of the AF's first page.
pub const HOME: &str = "/af";

/// Redirects to another address, with GET.
///
/// # Errors
/// [`Failure::Internal`] for an address with a character that no header can hold.
pub fn see_other(address: &str) -> Result<Response, Failure> {
    let place = HeaderValue::from_str(address).map_err(|_| Failure::Internal("an address could not be written"))?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response())
}

/// Redirects to the log-in page, which shows a sentence for the code.
#[must_use]
pub fn refused(refused: Refused) -> Response {
    let code = refused.code();
    if let Refused::Failure(failure) = refused {
        // only for what it logs
        drop(failure.into_response());
    }
    to_log_in(code)
}

fn to_log_in(code: WorkAccountRefusal) -> Response {
    let place = format!("{HOME}?inloggen={}", code.as_str());
    see_other(&place).unwrap_or_else(IntoResponse::into_response)
}
