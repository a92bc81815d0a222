use super::{detail::detail, retention::viewer};
use axum::response::Response;
use desk::{
    Desk,
    case::{Saved, load, relations, requests, save},
    entrance::Call,
};
use kit::{
    Failure,
    store::Standing,
    web::{
        body,
        routes::{answer, tagged},
    },
};
use shared::{
    access::{Action, Viewer, may},
    audit::AuditAction,
    case::{
        Case, Entry, Event, Refusal, Row,
        export::{AccessQuestion, export},
        rights::{
            RequestPage, RightsCommand, RightsEvent, RightsRefusal, decide, decide_request, notes::RequestDecision,
        },
    },
    contract::{Endpoint, RightsDone},
    id::{AccountId, CaseId, Revision},
};

/// Keeping, restricting, correcting, requests: decided on the revision that the AF saw.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.clone();
    let id: CaseId = call.id()?;
    // before anything of the request is read: for who may not see it, it is not there
    let seen = relations::see(&call.desk, &who, &id, Action::See)?;
    let revision = body::if_match(call.request.headers())?;
    let command: RightsCommand = body::json(call.request).await?;
    call.trail.action(AuditAction::Rights(command.kind()));
    if !may(Some(who.role), Action::of_rights(command.kind()), seen.relation) {
        return Err(Refusal::NotYours.into());
    }
    let standing = fresh(seen.standing, revision)?;
    let event = decide(&standing.value, command, &who.account, call.desk.now().day()).map_err(refused)?;
    let case = add(&call.desk, &standing, event, who.account.clone())?;
    // what was agreed to may have been all that it was on the agenda for
    let visible = may(Some(who.role), Action::See, seen.viewer.relation(&Row::of(&case)));
    let dossier = visible.then(|| detail(&call.desk, &case, &who, &seen.viewer)).transpose()?;
    let done = RightsDone { dossier };
    Ok(match &done.dossier {
        Some(detail) => tagged(Endpoint::CommandRights, &done, detail.revision),
        None => answer(Endpoint::CommandRights, &done),
    })
}

/// A copy for who it is about.
pub async fn copy(call: Call) -> Result<Response, Failure> {
    let id: CaseId = call.id()?;
    let seen = relations::see(&call.desk, call.who()?, &id, Action::Rights)?;
    let question: AccessQuestion = body::json(call.request).await?;
    let made = export(&seen.standing.value, &question).map_err(refused)?;
    Ok(answer(Endpoint::AccessCopy, &made))
}

/// Requests that are still to be decided.
pub async fn requests(call: Call) -> Result<Response, Failure> {
    let viewer = viewer(&call)?;
    Ok(answer(Endpoint::Requests, &page(&call.desk, viewer.as_ref())?))
}

/// The FG's word on an AF's advice. Nothing of the case is in the answer.
pub async fn decide_one(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.account.clone();
    let id: CaseId = call.id()?;
    let revision = body::if_match(call.request.headers())?;
    let decision: RequestDecision = body::json(call.request).await?;
    let standing = fresh(load(&call.desk, &id)?, revision)?;
    let event = decide_request(&standing.value, decision).map_err(refused)?;
    add(&call.desk, &standing, event, who)?;
    Ok(answer(Endpoint::DecideRequest, &page(&call.desk, None)?))
}

fn page(desk: &Desk, to: Option<&Viewer>) -> Result<RequestPage, Failure> {
    Ok(RequestPage { requests: requests::open(desk, to)?, today: desk.now().day() })
}

fn fresh(standing: Standing<Case>, revision: Revision) -> Result<Standing<Case>, Failure> {
    if standing.value.revision() == revision { Ok(standing) } else { Err(Failure::stale()) }
}

fn add(desk: &Desk, standing: &Standing<Case>, event: RightsEvent, by: AccountId) -> Result<Case, Failure> {
    let entry = Entry { at: desk.now(), by, event: Event::Rights(event) };
    match save(desk, standing, entry)? {
        Saved::Done(case) => Ok(*case),
        Saved::Stale => Err(Failure::stale()),
    }
}

fn refused(refusal: RightsRefusal) -> Failure {
    Failure::refused(refusal.as_str())
}
