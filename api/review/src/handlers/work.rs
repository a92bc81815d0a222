use axum::response::Response;
use desk::{Desk, audit, case, entrance::Call, figures, login::sessions, outbox, retention, settings};
use http::{HeaderMap, header};
use kit::{Failure, inbox::pace, web::routes::answer};
use shared::{
    audit::{Denial, WorkDone},
    contract::Endpoint,
};

/// Due work, called by the host's timer or a cron job. It is idempotent.
pub async fn work(call: Call) -> Result<Response, Failure> {
    let asked = bearer(call.request.headers()).unwrap_or_default();
    if !call.desk.is_token("work_token", asked)? {
        audit::count(&call.desk, Denial::Work, Endpoint::Work, None)?;
        return Err(Failure::not_found());
    }
    Ok(answer(Endpoint::Work, &duties(&call.desk)?))
}

/// Everything that is due, in this order; each can be repeated, and none waits for another that failed.
fn duties(desk: &Desk) -> Result<WorkDone, Failure> {
    // a report that waits has no key of its own yet
    let taken_in = case::take_in_again(desk);
    let told = audit::tell_due(desk);
    let sealed = audit::seal(desk);
    let checked = audit::go_on(desk);
    let gone = audit::destroy_due(desk).and_then(|_lines| audit::processing::destroy_due(desk));
    let destroyed = retention::finish(desk);
    let closed = case::together::finish(desk).and(case::leading::due(desk));
    let answered = case::take_answers_due(desk);
    let forgotten = pace::forget(&desk.inbox).and(case::photos::forget_left(desk));
    let shown = settings::show(desk);
    let counted = figures::go_on(desk);
    let counts = retention::sweep(desk);
    let swept = sessions::sweep(desk).and(case::phone_draft::sweep(desk));
    // last: what is outside may take its time
    let messages = outbox::send_due(desk);
    told.and(checked)?;
    gone.and(swept)?;
    forgotten?;
    shown?;
    counted?;
    closed?;
    answered?;
    let retention::Counts { due, late, .. } = counts?;
    let (taken_in, sealed, destroyed) = (taken_in?.unwrap_or(0), sealed?, destroyed?);
    messages?;
    Ok(WorkDone { taken_in, sealed, destroyed, due, late, head: audit::head(desk)?.to_string() })
}

/// The token is accepted in a header only: a query may end up in a log or a list of processes.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}
