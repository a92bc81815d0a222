use axum::response::Response;
use http::{HeaderMap, header};
use kit::{
    Failure, Kit, audit, cases, retention,
    routes::{Call, answer},
    secret::token_hash,
};
use shared::{
    audit::{Denial, WorkDone},
    contract::Endpoint,
};

/// What is due, called by the host's timer or a cron job. However often it is asked, the same is done once.
pub async fn work(call: Call) -> Result<Response, Failure> {
    let word = call.kit.variable("work_token")?;
    // hashes are compared, so that the time it takes tells nothing about the word
    let right = bearer(call.request.headers()).is_some_and(|asked| token_hash(asked) == token_hash(&word));
    if word.is_empty() || !right {
        audit::count(&call.kit, Denial::Work, Endpoint::Work, None)?;
        return Err(Failure::not_found());
    }
    Ok(answer(Endpoint::Work, &duties(&call.kit)?))
}

/// Everything that is due, in this order; each can be repeated, and none waits for another that failed.
fn duties(kit: &Kit) -> Result<WorkDone, Failure> {
    // a report that waits has no key of its own yet
    let taken_in = cases::take_in(kit);
    let told = audit::tell_due(kit);
    let sealed = audit::seal(kit);
    let destroyed = retention::finish(kit);
    let counts = retention::sweep(kit);
    told?;
    let retention::Counts { due, late, .. } = counts?;
    Ok(WorkDone { taken_in: taken_in?.unwrap_or(0), sealed: sealed?, destroyed: destroyed?, due, late })
}

/// The word comes in a header only: a query may end up in a log or a list of processes.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}
