//! The AF's component: worklist, cases, accounts. Everything needs a session, but logging in and the first set-up.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

mod handlers;

use axum::Router;
use handlers::{accounts, cases, commands, sessions, set_up};
use kit::{Kit, routes::Routes};
use shared::contract::Endpoint;

/// The routes of this component.
pub fn router(kit: Kit) -> Router {
    Routes::new(kit)
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
        .on(Endpoint::SetUp, set_up::set_up)
        .router()
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
    kit::spin::serve(router(kit::spin::kit()), request).await
}
