//! The melder's component: takes reports and tells the holder of a code where they stand. It can reach the inbox only.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;

use axum::{extract::Request, response::Response};
use kit::{
    Failure, Kit,
    routes::{Call, Routes},
};
use shared::contract::{Component, Endpoint};

/// Answers one request to this component.
pub async fn answer(kit: Kit, request: Request) -> Response {
    Routes::new(Component::Intake, handle).answer(kit, request).await
}

/// The handler of each endpoint.
async fn handle(endpoint: Endpoint, call: Call) -> Result<Response, Failure> {
    match endpoint {
        Endpoint::SendReport => handlers::send(call).await,
        Endpoint::AskProgress => handlers::ask(call).await,
        // other components answer these
        Endpoint::LogIn
        | Endpoint::WorkAccountLogIn
        | Endpoint::WorkAccountReturn
        | Endpoint::Session
        | Endpoint::LogOut
        | Endpoint::Cases
        | Endpoint::AddCase
        | Endpoint::Case
        | Endpoint::CommandCase
        | Endpoint::OpenCase
        | Endpoint::Officers
        | Endpoint::StandIns
        | Endpoint::AddStandIn
        | Endpoint::EndStandIn
        | Endpoint::HandOver
        | Endpoint::Accounts
        | Endpoint::AddAccount
        | Endpoint::CommandAccount
        | Endpoint::AccessRequests
        | Endpoint::CommandAccess
        | Endpoint::Invitation
        | Endpoint::AcceptInvitation
        | Endpoint::OwnAccount
        | Endpoint::Audit
        | Endpoint::AuditCheck
        | Endpoint::CommandRights
        | Endpoint::AccessCopy
        | Endpoint::Retention
        | Endpoint::CommandRetention
        | Endpoint::Certificates
        | Endpoint::Requests
        | Endpoint::DecideRequest
        | Endpoint::Processings
        | Endpoint::Work
        | Endpoint::SetUp
        | Endpoint::Health
        | Endpoint::OpenApi
        | Endpoint::Instance => Err(Failure::not_found()),
    }
}

/// Answers, and then tells outside that there is a new report (and nothing about it), if the gemeente wants that.
#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
    let kit = kit::spin::kit();
    let webhook = (kit.variables)("webhook_url").filter(|url| !url.is_empty());
    let response = kit::spin::serve(|request| answer(kit, request), request).await;
    if let (Some(url), Some(handlers::NewReport)) = (webhook, response.extensions().get()) {
        kit::spin::post_json(&url, r#"{"bericht":"Er is een nieuwe melding in Meldroute."}"#).await;
    }
    response
}
