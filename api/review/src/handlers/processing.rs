use super::query;
use axum::response::Response;
use desk::{audit::processing, entrance::Call};
use kit::{Failure, web::routes::answer};
use shared::contract::Endpoint;

/// Which processings there were, without who did them.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let before = query::before(call.query())?;
    Ok(answer(Endpoint::Processings, &processing::list(&call.desk, before)?))
}
