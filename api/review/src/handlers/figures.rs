//! The figures of the half-years.
use axum::response::Response;
use desk::{entrance::Call, figures};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::contract::{Endpoint, FiguresQuestion, ReviewEndpoint};

/// A request about the figures.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::SignFigures {
        let asked: FiguresQuestion = body::json(call.request).await?;
        return Ok(answer(Endpoint::SignFigures, &figures::signed(&call.desk, asked.half)?));
    }
    Ok(answer(Endpoint::Figures, &figures::page(&call.desk)?))
}
