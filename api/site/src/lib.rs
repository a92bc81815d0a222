//! Static files with the security headers, the gemeente's profile and colours, and the API's own description.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

mod api;
mod compress;
mod files;
#[cfg(test)]
mod fuzz;
mod headers;
mod page;
mod security_txt;

use axum::{Router, routing::get};
use kit::{Kit, routes::Routes};
use shared::contract::Endpoint;
use std::path::PathBuf;

/// The routes of this component; `dist` is where the bundle lies.
pub fn router(kit: Kit, dist: PathBuf) -> Router {
    let pages = kit.clone();
    let static_files = get(move |request: axum::extract::Request| {
        let (kit, dist) = (pages.clone(), dist.clone());
        async move { files::serve(&kit, &dist, &request) }
    });
    let api = Routes::new(kit).on(Endpoint::OpenApi, api::openapi).on(Endpoint::Instance, api::instance).router();
    let rest = Router::new().fallback_service(static_files);
    Router::new()
        .route(&Endpoint::OpenApi.url(""), axum::routing::any_service(api.clone()))
        .route(&Endpoint::Instance.url(""), axum::routing::any_service(api))
        .fallback_service(rest)
        .layer(axum::middleware::from_fn(headers::secure))
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
    kit::spin::serve(router(kit::spin::kit(), "/dist".into()), request).await
}
