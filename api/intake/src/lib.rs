//! The melder's component: takes reports and tells the holder of a code where they stand. It can reach the inbox only.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;

use axum::Router;
use kit::{Kit, routes::Routes};
use shared::contract::Endpoint;

/// The routes of this component.
pub fn router(kit: Kit) -> Router {
    Routes::new(kit).on(Endpoint::SendReport, handlers::send).on(Endpoint::AskProgress, handlers::ask).router()
}

/// Answers, and then tells outside that there is a new report (and nothing about it), if the gemeente wants that.
#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
    let kit = kit::spin::kit();
    let webhook = (kit.variables)("webhook_url").filter(|url| !url.is_empty());
    let response = kit::spin::serve(router(kit), request).await;
    if let (Some(url), Some(handlers::NewReport)) = (webhook, response.extensions().get()) {
        kit::spin::post_json(&url, r#"{"bericht":"Er is een nieuwe melding in Meldroute."}"#).await;
    }
    response
}
