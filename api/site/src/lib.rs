//! Static files with the security headers, the gemeente's name and colours, and the API's own description.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

mod api;
mod aware;
mod colours;
mod files;
#[cfg(test)]
mod fuzz;
mod headers;
mod html;
mod manifest;
mod page;
mod person;
mod practice;
mod security_txt;
mod shell;
#[cfg(test)]
mod tests;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use kit::{
    Failure,
    instance::Environment,
    web::{
        origin,
        routes::{self, Asked, answer_with},
    },
};
use shared::contract::{Component, Served, SiteEndpoint};
use std::path::Path;

/// Answers one request to this component; `dist` is where the bundle is.
pub async fn answer(environment: Environment, dist: &Path, request: Request) -> Response {
    let https = origin::is_https(request.headers());
    let mut response = if routes::has(Component::Site, request.uri().path()) {
        answer_with(Component::Site, request, |asked| async move {
            handle(&asked).unwrap_or_else(IntoResponse::into_response)
        })
        .await
    } else {
        let file = files::serve(&environment, dist, &request).unwrap_or_else(|failure| {
            let problem = failure.into_response();
            if person::asks(request.headers()) { person::instead(problem.status()) } else { problem }
        });
        routes::measured(request.method(), file)
    };
    headers::secure(response.headers_mut(), https);
    response
}

/// The handler of each endpoint.
fn handle(asked: &Asked) -> Result<Response, Failure> {
    match asked.endpoint.served() {
        Served::Site(SiteEndpoint::OpenApi) => Ok(api::openapi(&asked.request)),
        Served::Intake(_) | Served::Review(_) => Err(Failure::not_found()),
    }
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
    use kit::web::spin;
    spin::serve(|request| answer(spin::environment(), Path::new("/dist"), request), request).await
}
