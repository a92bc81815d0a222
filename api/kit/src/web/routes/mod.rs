//! Routing of requests to endpoints, and the common parts of answers.
mod answer;
mod path;

pub use answer::{answer, measured, no_content, tagged};
pub use path::has;

use super::{headers, origin};
use crate::Failure;
use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use path::Route;
use shared::contract::{Component, Endpoint};
use std::future::Future;

/// A request to an endpoint.
pub struct Asked {
    /// The endpoint.
    pub endpoint: Endpoint,
    /// The id in the path; empty where the endpoint has none.
    pub id: String,
    /// The request.
    pub request: Request,
}

/// Answers one request to a component with `run`, which gets endpoints of this component only; with a problem document
/// for an unknown path or method.
pub async fn answer_with<F>(component: Component, request: Request, run: impl FnOnce(Asked) -> F) -> Response
where
    F: Future<Output = Response>,
{
    let (https, method) = (origin::is_https(request.headers()), request.method().clone());
    let mut response = match Route::of(component, &method, request.uri().path()) {
        Route::To(endpoint, id) => run(Asked { endpoint, id, request }).await,
        Route::OtherMethod(methods) => path::not_allowed(&methods),
        Route::Nowhere => Failure::not_found().into_response(),
    };
    headers::api(response.headers_mut(), https);
    measured(&method, response)
}
