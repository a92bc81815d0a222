//! The AF's component: worklist, cases, accounts. Everything needs a session, but logging in and the first set-up.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;

use axum::{extract::Request, response::Response};
use desk::{
    Desk,
    entrance::{self, Call},
};
use handlers::{
    access, accounts, audit, cases, commands, entry, health, processing, relations, retention, rights, sessions,
    set_up, work, work_account,
};
use kit::Failure;
use shared::contract::Endpoint;

/// Answers one request to this component.
pub async fn answer(desk: Desk, request: Request) -> Response {
    entrance::answer(desk, request, handle).await
}

/// The handler of each endpoint.
async fn handle(endpoint: Endpoint, call: Call) -> Result<Response, Failure> {
    match endpoint {
        Endpoint::Health => health::health(call).await,
        Endpoint::LogIn => sessions::log_in(call).await,
        Endpoint::WorkAccountLogIn => work_account::begin(call).await,
        Endpoint::WorkAccountReturn => work_account::finish(call).await,
        Endpoint::Session => sessions::current(call).await,
        Endpoint::LogOut => sessions::log_out(call).await,
        Endpoint::Cases => cases::list(call).await,
        Endpoint::AddCase => cases::add(call).await,
        Endpoint::Case => cases::show(call).await,
        Endpoint::CommandCase => commands::command(call).await,
        Endpoint::OpenCase => relations::open(call).await,
        Endpoint::StandIns => relations::stand_ins(call).await,
        Endpoint::AddStandIn => relations::add_stand_in(call).await,
        Endpoint::EndStandIn => relations::end_stand_in(call).await,
        Endpoint::HandOver => relations::hand_over(call).await,
        Endpoint::Officers => accounts::officers(call).await,
        Endpoint::Accounts => accounts::list(call).await,
        Endpoint::AddAccount => accounts::add(call).await,
        Endpoint::CommandAccount => accounts::command(call).await,
        Endpoint::AccessRequests => access::list(call).await,
        Endpoint::CommandAccess => access::command(call).await,
        Endpoint::Invitation => entry::look(call).await,
        Endpoint::AcceptInvitation => entry::accept(call).await,
        Endpoint::OwnAccount => entry::own(call).await,
        Endpoint::Audit => audit::list(call).await,
        Endpoint::AuditCheck => audit::check(call).await,
        Endpoint::CommandRights => rights::command(call).await,
        Endpoint::AccessCopy => rights::copy(call).await,
        Endpoint::Retention => retention::list(call).await,
        Endpoint::CommandRetention => retention::command(call).await,
        Endpoint::Certificates => retention::certificates(call).await,
        Endpoint::Requests => rights::requests(call).await,
        Endpoint::DecideRequest => rights::decide_one(call).await,
        Endpoint::Processings => processing::list(call).await,
        Endpoint::Work => work::work(call).await,
        Endpoint::SetUp => set_up::set_up(call).await,
        // other components answer these
        Endpoint::SendReport | Endpoint::AskProgress | Endpoint::OpenApi | Endpoint::Instance => {
            Err(Failure::not_found())
        }
    }
}

/// Over the three stores of the manifest.
#[cfg(target_arch = "wasm32")]
fn desk() -> Desk {
    use kit::{store::cell::StoreName, web::spin};
    let (inbox, cases, keys) = (StoreName::Inbox, StoreName::Cases, StoreName::Keys);
    let stores = desk::Stores { inbox: spin::store(inbox), cases: spin::store(cases), keys: spin::store(keys) };
    Desk::new(stores, spin::environment()).with_fetch(std::sync::Arc::new(spin::fetch))
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>, out: spin_sdk::http::ResponseOutparam) {
    kit::web::spin::reply(|request| answer(desk(), request), request, out).await;
}
