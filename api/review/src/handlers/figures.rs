//! The figures of the half-years.
use axum::response::Response;
use desk::{entrance::Call, figures};
use kit::{Failure, web::routes::answer};
use shared::contract::Endpoint;

/// What was published.
pub async fn show(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Figures, &figures::page(&call.desk)?))
}
