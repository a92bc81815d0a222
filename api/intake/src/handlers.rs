use axum::response::Response;
use kit::{
    Failure,
    arrival::accept,
    body, limit, opening,
    routes::{Call, answer},
    secret::status_key,
};
use shared::{
    code::ReceiptCode,
    contract::{Endpoint, ErrorItem, ProblemKind, ProgressQuery},
    report::{Channel, Draft},
};

/// Marks an answer to a report that was new, for the entry to tell outside. It never leaves the component.
#[derive(Clone, Copy)]
pub struct NewReport;

/// A melder sends a report. Nothing is answered before it is durable.
pub async fn send(call: Call) -> Result<Response, Failure> {
    opening::check(&call.kit)?;
    let secret = body::idempotency_key(call.request.headers())?;
    let draft: Draft = body::json(call.request).await?;
    let accepted = accept(&call.kit, &secret, &draft, Channel::Form {})?;
    let mut response = answer(Endpoint::SendReport, &accepted.receipt);
    if accepted.is_new {
        response.extensions_mut().insert(NewReport);
    }
    Ok(response)
}

/// The holder of a code asks where it stands.
pub async fn ask(call: Call) -> Result<Response, Failure> {
    let caller = limit::Caller::of(call.request.headers());
    let query: ProgressQuery = body::json(call.request).await?;
    let code = ReceiptCode::parse(&query.ontvangstcode).map_err(|_| {
        let detail = "Er klopt een teken niet, of er ontbreekt er een.";
        let errors = vec![ErrorItem::new("/ontvangstcode", "verkeerde-vorm", detail)];
        Failure::Problem(ProblemKind::BadRequest, "Kijk de code na en probeer het opnieuw.", errors)
    })?;
    limit::guard_code(&call.kit, &caller)?;
    let stored = call.kit.status(&status_key(&code)).get()?;
    let Some(progress) = stored.and_then(|stored| stored.progress) else {
        limit::failed(&call.kit, &caller)?;
        return Err(Failure::not_found());
    };
    Ok(answer(Endpoint::AskProgress, &progress))
}
