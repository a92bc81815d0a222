//! The AF's component: worklist, cases, accounts. Everything needs a session, but logging in and the first set-up.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod world;

use axum::{extract::Request, response::Response};
use desk::{
    Desk,
    entrance::{self, Call},
};
use handlers::{
    access, accounts, acts, audit, cases, entry, health, processing, relations, retention, rights, sessions, set_up,
    work, work_account,
};
use kit::Failure;
use shared::contract::Endpoint;
use std::pin::Pin;

/// Answers one request to this component.
pub async fn answer(desk: Desk, request: Request) -> Response {
    entrance::answer(desk, request, handle).await
}

/// The answer of a handler, on the heap: a request needs room for its own handler only.
type Answer = Pin<Box<dyn Future<Output = Result<Response, Failure>>>>;

/// The handler of each endpoint.
fn handle(endpoint: Endpoint, call: Call) -> Answer {
    match endpoint {
        Endpoint::Health => Box::pin(health::health(call)),
        Endpoint::LogIn => Box::pin(sessions::log_in(call)),
        Endpoint::WorkAccountLogIn => Box::pin(work_account::begin(call)),
        Endpoint::WorkAccountReturn => Box::pin(work_account::finish(call)),
        Endpoint::Session => Box::pin(sessions::current(call)),
        Endpoint::LogOut => Box::pin(sessions::log_out(call)),
        Endpoint::Cases => Box::pin(cases::list(call)),
        Endpoint::AddCase => Box::pin(cases::add(call)),
        Endpoint::Case => Box::pin(cases::show(call)),
        Endpoint::CommandCase => Box::pin(acts::act(call)),
        Endpoint::OpenCase => Box::pin(relations::open(call)),
        Endpoint::StandIns => Box::pin(relations::stand_ins(call)),
        Endpoint::AddStandIn => Box::pin(relations::add_stand_in(call)),
        Endpoint::EndStandIn => Box::pin(relations::end_stand_in(call)),
        Endpoint::HandOver => Box::pin(relations::hand_over(call)),
        Endpoint::Officers => Box::pin(accounts::officers(call)),
        Endpoint::Accounts => Box::pin(accounts::list(call)),
        Endpoint::AddAccount => Box::pin(accounts::add(call)),
        Endpoint::CommandAccount => Box::pin(accounts::command(call)),
        Endpoint::AccessRequests => Box::pin(access::list(call)),
        Endpoint::CommandAccess => Box::pin(access::command(call)),
        Endpoint::Invitation => Box::pin(entry::look(call)),
        Endpoint::AcceptInvitation => Box::pin(entry::accept(call)),
        Endpoint::OwnAccount => Box::pin(entry::own(call)),
        Endpoint::Audit => Box::pin(audit::list(call)),
        Endpoint::AuditCheck => Box::pin(audit::check(call)),
        Endpoint::CommandRights => Box::pin(acts::at_older_address(call)),
        Endpoint::AccessCopy => Box::pin(rights::copy(call)),
        Endpoint::Retention => Box::pin(retention::list(call)),
        Endpoint::CommandRetention => Box::pin(retention::command(call)),
        Endpoint::Certificates => Box::pin(retention::certificates(call)),
        Endpoint::Requests => Box::pin(rights::requests(call)),
        Endpoint::DecideRequest => Box::pin(rights::decide_one(call)),
        Endpoint::Processings => Box::pin(processing::list(call)),
        Endpoint::Work => Box::pin(work::work(call)),
        Endpoint::SetUp => Box::pin(set_up::set_up(call)),
        // other components answer these
        Endpoint::SendReport | Endpoint::AskProgress | Endpoint::OpenApi | Endpoint::Instance => {
            Box::pin(std::future::ready(Err(Failure::not_found())))
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
