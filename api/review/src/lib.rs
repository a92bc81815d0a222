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
    access, accounts, acts, agenda, audit, awareness, care, cases, conversation, entry, figures, health, kmt, meetings,
    messages, packs, phone_drafts, photos, processing, relations, retention, rights, search, sessions, set_up,
    settings, together, work, work_account,
};
use kit::Failure;
use shared::contract::{Endpoint, ReviewEndpoint as Own, Served};
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
fn handle_own(endpoint: Own, call: Call) -> Answer {
    match endpoint {
        Own::Health => Box::pin(health::health(call)),
        Own::LogIn => Box::pin(sessions::log_in(call)),
        Own::WorkAccountLogIn => Box::pin(work_account::begin(call)),
        Own::WorkAccountReturn => Box::pin(work_account::finish(call)),
        Own::LinkWorkAccount => Box::pin(work_account::link(call)),
        Own::Session => Box::pin(sessions::current(call)),
        Own::LogOut => Box::pin(sessions::log_out(call)),
        Own::Cases => Box::pin(cases::list(call)),
        Own::AddCase => Box::pin(cases::add(call)),
        Own::Case => Box::pin(cases::show(call)),
        Own::CommandCase | Own::CommandRights => Box::pin(acts::act(endpoint, call)),
        Own::Conversation | Own::SaveConversation => Box::pin(conversation::respond(call)),
        Own::Care | Own::AddCare | Own::OpenCare => Box::pin(care::at(endpoint, call)),
        Own::Photo => Box::pin(photos::show(call)),
        Own::PhoneDrafts | Own::SavePhoneDraft => Box::pin(phone_drafts::respond(call)),
        Own::OpenCase => Box::pin(relations::open(call)),
        Own::StandIns | Own::AddStandIn | Own::StartStandIn | Own::EndStandIn | Own::HandOver => {
            Box::pin(relations::at(endpoint, call))
        }
        Own::Officers => Box::pin(accounts::officers(call)),
        Own::Accounts => Box::pin(accounts::list(call)),
        Own::AddAccount => Box::pin(accounts::add(call)),
        Own::CommandAccount => Box::pin(accounts::command(call)),
        Own::Settings | Own::SignalLists => Box::pin(settings::show(endpoint, call)),
        Own::CommandSettings => Box::pin(settings::command(call)),
        Own::AnswerSettings => Box::pin(settings::respond(call)),
        Own::AccessRequests => Box::pin(access::list(call)),
        Own::CommandAccess => Box::pin(access::command(call)),
        Own::Invitation => Box::pin(entry::look(call)),
        Own::AcceptInvitation => Box::pin(entry::accept(call)),
        Own::OwnAccount => Box::pin(entry::own(call)),
        Own::OwnSessions | Own::EndSessions => Box::pin(sessions::own(endpoint, call)),
        Own::OwnMessages | Own::ChooseMessages => Box::pin(messages::respond(endpoint, call)),
        Own::Feed => Box::pin(messages::feed(call)),
        Own::Audit | Own::AuditCheck => Box::pin(audit::at(endpoint, call)),
        Own::AgendaPacks | Own::AgendaPages => Box::pin(agenda::at(endpoint, call)),
        Own::Pack | Own::KeepPack | Own::KeptPack | Own::PackPages | Own::RegisterPackage => {
            Box::pin(packs::at(endpoint, call))
        }
        Own::LookForNames
        | Own::KmtQuestion
        | Own::KmtQuestions
        | Own::AnswerKmtQuestion
        | Own::AnswerOwnKmtQuestion => Box::pin(kmt::at(endpoint, call)),
        Own::Retention | Own::CommandRetention | Own::Certificates => Box::pin(retention::at(endpoint, call)),
        Own::Requests | Own::DecideRequest | Own::ConfirmExclusion | Own::AccessCopy => {
            Box::pin(rights::at(endpoint, call))
        }
        Own::Search => Box::pin(search::search(call)),
        Own::Together | Own::CommandTogether => Box::pin(together::at(endpoint, call)),
        Own::Meetings | Own::CommandMeetings | Own::Meeting => Box::pin(meetings::at(endpoint, call)),
        Own::Awareness | Own::CommandAwareness => Box::pin(awareness::at(endpoint, call)),
        Own::Figures | Own::SignFigures => Box::pin(figures::at(endpoint, call)),
        Own::Processings => Box::pin(processing::list(call)),
        Own::Work => Box::pin(work::work(call)),
        Own::SetUp => Box::pin(set_up::set_up(call)),
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
