//! `POST meldingen`.

use super::state::State;
use axum::extract::Request;
use axum::response::Response;
use keyvalue::{Done, Write};
use kit::inbox::arrival::{StoredArrival, StoredReport, StoredStatus};
use kit::inbox::secret::{Secret, status_key};
use kit::{
    Failure, clock,
    store::cell,
    web::{body, routes::answer},
};
use shared::{
    case::Progress,
    contract::{Endpoint, Receipt},
    report::{Channel, Draft, check},
};

/// Takes a report; answers when it is durable.
pub(super) async fn send(state: &State, request: Request) -> Result<Response, Failure> {
    let secret = body::idempotency_key(request.headers())?;
    let draft: Draft = body::json(request).await?;
    let receipt = accept(state, &secret, &draft).await?;
    Ok(answer(Endpoint::SendReport, &receipt))
}

async fn accept(state: &State, secret: &Secret, draft: &Draft) -> Result<Receipt, Failure> {
    let checked = check(draft, &state.instance.indicators);
    let report = checked.report.ok_or_else(|| Failure::findings(&checked.findings))?;
    let body = serde_json::to_vec(draft).map_err(|_| Failure::Internal("a draft could not be written as JSON"))?;
    let (mark, code, id) = (secret.mark(&body), secret.code(), secret.record());
    let status_key = status_key(&code);
    let seen = state.desk.status(&status_key);
    let receipt = |stored: &StoredStatus| Receipt {
        ontvangstcode: code.shown(),
        contact_by: stored.contact_by,
        received: stored.received,
    };
    if let Some(earlier) = seen.get()? {
        return if earlier.mark == mark { Ok(receipt(&earlier)) } else { Err(Failure::KeyReused(code.shown())) };
    }
    let received = clock::now();
    let contact_by = state.calendar.deadline(received.day());
    let progress = Some(Progress::received(received.day(), contact_by));
    let status = StoredStatus { progress, received: received.day(), contact_by, mark };
    let channel = Channel::Form {};
    let stored = StoredReport { id: id.clone(), received, contact_by, channel, report, status_key };
    let counted = state.write(Write::Increment(cell::ARRIVALS.key().into(), 1)).await?;
    let Done::Count(number) = counted else { return Err(Failure::Internal("the writer answered another question")) };
    let pairs = vec![
        state.desk.inbox.reports.record(&StoredReport::cell(&id), &stored)?.into_pair(),
        state.desk.inbox.pointers.record(&StoredArrival::cell(number), &StoredArrival { id })?.into_pair(),
        seen.record(&status)?.into_pair(),
    ];
    state.write(Write::SetMany(pairs)).await?;
    Ok(receipt(&status))
}
