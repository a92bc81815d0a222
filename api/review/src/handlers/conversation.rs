//! The conversation with the melder: what is typed is kept field by field, for every AF of the case.
use axum::response::Response;
use desk::{
    case::conversation,
    entrance::{Call, OfCase},
};
use http::Method;
use kit::{Failure, web::routes::answer};
use shared::{
    access::{Action, may},
    case::{ActKind, Asker, Refusal, available},
    contract::{ConversationChange, Endpoint},
};

/// Shows what is typed so far, or keeps what changed.
pub async fn respond(call: Call) -> Result<Response, Failure> {
    if call.request.method() == Method::POST { keep(call).await } else { show(call) }
}

/// What is typed so far.
fn show(call: Call) -> Result<Response, Failure> {
    let of = OfCase::find(call, Action::See)?;
    Ok(answer(Endpoint::Conversation, &conversation::read(&of.desk, &of.seen.standing.value)?))
}

/// Keeps what changed. Possible as long as the contact can be recorded or the meldingsformulier saved.
async fn keep(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::See)?;
    let change: ConversationChange = of.exact_body().await?;
    let case = &of.seen.standing.value;
    let kinds = [ActKind::RecordContact, ActKind::SaveForm];
    if !kinds.iter().any(|kind| may(Some(of.who.role), kind.action(), of.seen.relation)) {
        return Err(Refusal::NotYours.into());
    }
    let possible = available(case, Asker { actor: &of.who.account, today: of.desk.now().day() });
    if !kinds.iter().any(|kind| possible.contains(kind)) {
        return Err(Refusal::NotInThisStep.into());
    }
    let kept = conversation::keep(&of.desk, case, &of.who.account, &change)?;
    Ok(answer(Endpoint::SaveConversation, &kept))
}
