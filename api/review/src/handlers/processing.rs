use super::query;
use axum::response::Response;
use kit::{
    Failure, processing,
    routes::{Call, answer},
};
use shared::{contract::Endpoint, processing::ProcessingPage};

/// Which processings there were, without who did them.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let before = query::before(call.query())?;
    let (processings, next) = processing::list(&call.kit, before)?;
    Ok(answer(Endpoint::Processings, &ProcessingPage { processings, next }))
}
