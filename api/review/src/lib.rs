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
    access, accounts, acts, audit, awareness, care, cases, conversation, entry, health, leaving, meetings, messages,
    phone_drafts, photos, processing, relations, retention, rights, search, sessions, set_up, settings, together, work,
    work_account,
};
use kit::Failure;
use shared::contract::{Endpoint, ReviewEndpoint, Served};
use std::pin::Pin;

/// Answers one request to this component.
pub async fn answer(desk: Desk, request: Request) -> Response {
    entrance::answer(desk, request, handle).await
}

/// The answer of a handler, on the heap: a request needs room for its own handler only.
type Answer = Pin<Box<dyn Future<Output = Result<Response, Failure>>>>;

/// Answers what is for this component.
fn handle(endpoint: Endpoint, call: Call) -> Answer {
    match endpoint.served() {
        Served::Review(endpoint) => handle_own(endpoint, call),
        Served::Intake(_) | Served::Site(_) => Box::pin(std::future::ready(Err(Failure::not_found()))),
    }
}

/// The handler of each endpoint.
fn handle_own(endpoint: ReviewEndpoint, call: Call) -> Answer {
    match endpoint {
        ReviewEndpoint::Health => Box::pin(health::health(call)),
        ReviewEndpoint::LogIn => Box::pin(sessions::log_in(call)),
        ReviewEndpoint::WorkAccountLogIn => Box::pin(work_account::begin(call)),
        ReviewEndpoint::WorkAccountReturn => Box::pin(work_account::finish(call)),
        ReviewEndpoint::LinkWorkAccount => Box::pin(work_account::link(call)),
        ReviewEndpoint::Session => Box::pin(sessions::current(call)),
        ReviewEndpoint::LogOut => Box::pin(sessions::log_out(call)),
        ReviewEndpoint::Cases => Box::pin(cases::list(call)),
        ReviewEndpoint::AddCase => Box::pin(cases::add(call)),
        ReviewEndpoint::Case => Box::pin(cases::show(call)),
        ReviewEndpoint::CommandCase | ReviewEndpoint::CommandRights => Box::pin(acts::act(endpoint, call)),
        ReviewEndpoint::Conversation | ReviewEndpoint::SaveConversation => Box::pin(conversation::respond(call)),
        ReviewEndpoint::Care | ReviewEndpoint::AddCare | ReviewEndpoint::OpenCare => Box::pin(care::at(endpoint, call)),
        ReviewEndpoint::Photo => Box::pin(photos::show(call)),
        ReviewEndpoint::PhoneDrafts | ReviewEndpoint::SavePhoneDraft => Box::pin(phone_drafts::respond(call)),
        ReviewEndpoint::OpenCase => Box::pin(relations::open(call)),
        ReviewEndpoint::StandIns => Box::pin(relations::stand_ins(call)),
        ReviewEndpoint::AddStandIn => Box::pin(relations::add_stand_in(call)),
        ReviewEndpoint::StartStandIn => Box::pin(relations::start_stand_in(call)),
        ReviewEndpoint::EndStandIn => Box::pin(relations::end_stand_in(call)),
        ReviewEndpoint::HandOver => Box::pin(relations::hand_over(call)),
        ReviewEndpoint::Officers => Box::pin(accounts::officers(call)),
        ReviewEndpoint::Accounts => Box::pin(accounts::list(call)),
        ReviewEndpoint::AddAccount => Box::pin(accounts::add(call)),
        ReviewEndpoint::CommandAccount => Box::pin(accounts::command(call)),
        ReviewEndpoint::Settings | ReviewEndpoint::SignalLists => Box::pin(settings::show(endpoint, call)),
        ReviewEndpoint::CommandSettings => Box::pin(settings::command(call)),
        ReviewEndpoint::AnswerSettings => Box::pin(settings::respond(call)),
        ReviewEndpoint::AccessRequests => Box::pin(access::list(call)),
        ReviewEndpoint::CommandAccess => Box::pin(access::command(call)),
        ReviewEndpoint::Invitation => Box::pin(entry::look(call)),
        ReviewEndpoint::AcceptInvitation => Box::pin(entry::accept(call)),
        ReviewEndpoint::OwnAccount => Box::pin(entry::own(call)),
        ReviewEndpoint::OwnSessions => Box::pin(sessions::list(call)),
        ReviewEndpoint::EndSessions => Box::pin(sessions::end(call)),
        ReviewEndpoint::OwnMessages | ReviewEndpoint::ChooseMessages => Box::pin(messages::respond(endpoint, call)),
        ReviewEndpoint::Feed => Box::pin(messages::feed(call)),
        ReviewEndpoint::Audit => Box::pin(audit::list(call)),
        ReviewEndpoint::AuditCheck => Box::pin(audit::check(call)),
        ReviewEndpoint::Pack | ReviewEndpoint::AccessCopy => Box::pin(leaving::at(endpoint, call)),
        ReviewEndpoint::Retention => Box::pin(retention::list(call)),
        ReviewEndpoint::CommandRetention => Box::pin(retention::command(call)),
        ReviewEndpoint::Certificates => Box::pin(retention::certificates(call)),
        ReviewEndpoint::Requests => Box::pin(rights::requests(call)),
        ReviewEndpoint::DecideRequest => Box::pin(rights::decide_one(call)),
        ReviewEndpoint::ConfirmExclusion => Box::pin(rights::confirm_exclusion(call)),
        ReviewEndpoint::Search => Box::pin(search::search(call)),
        ReviewEndpoint::Together => Box::pin(together::list(call)),
        ReviewEndpoint::CommandTogether => Box::pin(together::command(call)),
        ReviewEndpoint::Meetings => Box::pin(meetings::list(call)),
        ReviewEndpoint::CommandMeetings => Box::pin(meetings::command(call)),
        ReviewEndpoint::Meeting => Box::pin(meetings::show(call)),
        ReviewEndpoint::Awareness | ReviewEndpoint::CommandAwareness => Box::pin(awareness::at(endpoint, call)),
        ReviewEndpoint::Processings => Box::pin(processing::list(call)),
        ReviewEndpoint::Work => Box::pin(work::work(call)),
        ReviewEndpoint::SetUp => Box::pin(set_up::set_up(call)),
    }
}

/// A desk over the three stores of the manifest.
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
