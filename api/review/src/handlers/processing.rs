use super::query;
use axum::response::Response;
use desk::{audit::processing, entrance::Call};
use kit::{Failure, web::routes::answer};
use shared::{contract::Endpoint, processing::ProcessingPage};

/// Which processings there were, without who did them.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let before = query::before(call.query())?;
    let (processings, next) = processing::list(&call.desk, before)?;
    Ok(answer(Endpoint::Processings, &ProcessingPage { processings, next }))
}
