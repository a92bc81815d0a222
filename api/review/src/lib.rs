//! The AF's component: worklist, cases, accounts. Everything needs a session, but logging in and the first set-up.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;

use axum::Router;
use handlers::{
    access, accounts, audit, cases, commands, entry, health, processing, relations, retention, rights, sessions,
    set_up, work, work_account,
};
use kit::{Kit, gate, routes::Routes};
use shared::contract::Endpoint;

/// The routes of this component.
pub fn router(kit: Kit) -> Router {
    Routes::new(kit)
        .behind(gate::check)
        .on(Endpoint::Health, health::health)
        .on(Endpoint::LogIn, sessions::log_in)
        .on(Endpoint::WorkAccountLogIn, work_account::begin)
        .on(Endpoint::WorkAccountReturn, work_account::finish)
        .on(Endpoint::Session, sessions::current)
        .on(Endpoint::LogOut, sessions::log_out)
        .on(Endpoint::Cases, cases::list)
        .on(Endpoint::AddCase, cases::add)
        .on(Endpoint::Case, cases::show)
        .on(Endpoint::CommandCase, commands::command)
        .on(Endpoint::OpenCase, relations::open)
        .on(Endpoint::StandIns, relations::stand_ins)
        .on(Endpoint::AddStandIn, relations::add_stand_in)
        .on(Endpoint::EndStandIn, relations::end_stand_in)
        .on(Endpoint::HandOver, relations::hand_over)
        .on(Endpoint::Officers, accounts::officers)
        .on(Endpoint::Accounts, accounts::list)
        .on(Endpoint::AddAccount, accounts::add)
        .on(Endpoint::CommandAccount, accounts::command)
        .on(Endpoint::AccessRequests, access::list)
        .on(Endpoint::CommandAccess, access::command)
        .on(Endpoint::Invitation, entry::look)
        .on(Endpoint::AcceptInvitation, entry::accept)
        .on(Endpoint::OwnAccount, entry::own)
        .on(Endpoint::Audit, audit::list)
        .on(Endpoint::AuditCheck, audit::check)
        .on(Endpoint::CommandRights, rights::command)
        .on(Endpoint::AccessCopy, rights::copy)
        .on(Endpoint::Retention, retention::list)
        .on(Endpoint::CommandRetention, retention::command)
        .on(Endpoint::Certificates, retention::certificates)
        .on(Endpoint::Requests, rights::requests)
        .on(Endpoint::DecideRequest, rights::decide_one)
        .on(Endpoint::Processings, processing::list)
        .on(Endpoint::Work, work::work)
        .on(Endpoint::SetUp, set_up::set_up)
        .router()
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>, out: spin_sdk::http::ResponseOutparam) {
    kit::spin::reply(router(kit::spin::kit()), request, out).await;
}
