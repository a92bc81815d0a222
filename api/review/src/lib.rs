//! The AF's component: worklist, cases, accounts. Everything needs a session, but logging in and the first set-up.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;

use axum::Router;
use handlers::{accounts, audit, cases, commands, health, sessions, set_up, work};
use kit::{Kit, gate, routes::Routes};
use shared::contract::Endpoint;

/// The routes of this component.
pub fn router(kit: Kit) -> Router {
    Routes::new(kit)
        .behind(gate::check)
        .on(Endpoint::Health, health::health)
        .on(Endpoint::LogIn, sessions::log_in)
        .on(Endpoint::Session, sessions::current)
        .on(Endpoint::LogOut, sessions::log_out)
        .on(Endpoint::Cases, cases::list)
        .on(Endpoint::AddCase, cases::add)
        .on(Endpoint::Case, cases::show)
        .on(Endpoint::CommandCase, commands::command)
        .on(Endpoint::Officers, accounts::officers)
        .on(Endpoint::Accounts, accounts::list)
        .on(Endpoint::AddAccount, accounts::add)
        .on(Endpoint::CommandAccount, accounts::command)
        .on(Endpoint::Audit, audit::list)
        .on(Endpoint::AuditCheck, audit::check)
        .on(Endpoint::Work, work::work)
        .on(Endpoint::SetUp, set_up::set_up)
        .router()
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>, out: spin_sdk::http::ResponseOutparam) {
    kit::spin::reply(router(kit::spin::kit()), request, out).await;
}
