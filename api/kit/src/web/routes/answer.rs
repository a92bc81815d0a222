//! The common parts of every answer.
use crate::web::error;
use axum::{
    body::{Body, HttpBody},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use shared::{contract::Endpoint, id::Revision};

/// An answer with JSON.
#[must_use]
pub fn answer(endpoint: Endpoint, value: &impl serde::Serialize) -> Response {
    let status = StatusCode::from_u16(endpoint.success()).unwrap_or(StatusCode::OK);
    error::json(status, "application/json", value)
}

/// The same with the ETag of what was answered.
#[must_use]
pub fn tagged(endpoint: Endpoint, value: &impl serde::Serialize, revision: Revision) -> Response {
    let mut response = answer(endpoint, value);
    if let Ok(tag) = HeaderValue::from_str(&revision.etag()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// An answer with nothing in it: it was done.
#[must_use]
pub fn no_content() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

/// The answer with the length of its body; to HEAD without the body.
#[must_use]
pub fn measured(method: &http::Method, mut response: Response) -> Response {
    if let Some(length) = response.body().size_hint().exact() {
        response.headers_mut().entry(header::CONTENT_LENGTH).or_insert_with(|| HeaderValue::from(length));
    }
    if *method == http::Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_gets_the_length_and_not_the_body() {
        let whole = |method| measured(&method, "kort".into_response());
        for (method, length) in [(http::Method::GET, 4), (http::Method::HEAD, 0)] {
            let response = whole(method);
            assert_eq!(response.headers()[header::CONTENT_LENGTH], "4");
            assert_eq!(response.body().size_hint().exact(), Some(length));
        }
    }
}
