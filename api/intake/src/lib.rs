//! The melder's component: it takes reports and shows the holder of a code how far theirs is, to programs and as plain
//! pages. All it works with is an
//! [`Inbox`], from which there is no way to the cases or their keys.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

#[cfg(test)]
mod fuzz;
mod handlers;
mod pages;
#[cfg(test)]
mod tests;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use kit::{
    Failure,
    inbox::Inbox,
    web::{
        origin,
        routes::{Asked, answer_with},
    },
};
use shared::contract::{Component, IntakeEndpoint, Served};

/// Answers one request to this component.
pub async fn answer(inbox: Inbox, request: Request) -> Response {
    let inbox = &inbox;
    if let Some(page) = pages::Page::at(request.uri().path()) {
        return pages::answer(inbox, page, request).await;
    }
    answer_with(Component::Intake, request, |asked| async move {
        handle(inbox, asked).await.unwrap_or_else(IntoResponse::into_response)
    })
    .await
}

/// The handler of each endpoint.
async fn handle(inbox: &Inbox, asked: Asked) -> Result<Response, Failure> {
    let Asked { endpoint, request, .. } = asked;
    origin::check_for(endpoint, request.headers())?;
    match endpoint.served() {
        Served::Intake(IntakeEndpoint::SendReport) => handlers::send(inbox, request).await,
        Served::Intake(IntakeEndpoint::CheckOpen) => handlers::check_open(inbox),
        Served::Intake(IntakeEndpoint::Instance) => handlers::instance(inbox, &request),
        Served::Intake(IntakeEndpoint::AskProgress) => handlers::ask(inbox, request).await,
        Served::Intake(IntakeEndpoint::AnswerQuestion) => handlers::answer_question(inbox, request).await,
        Served::Intake(IntakeEndpoint::SendPhotoPart) => handlers::take_photo_part(inbox, request).await,
        Served::Review(_) | Served::Site(_) => Err(Failure::not_found()),
    }
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
async fn entry(request: http::Request<Vec<u8>>, out: spin_sdk::http::ResponseOutparam) {
    use kit::{store::cell::StoreName, web::spin};
    let inbox = Inbox::new(spin::store(StoreName::Inbox), spin::environment());
    spin::reply(|request| answer(inbox, request), request, out).await;
}
