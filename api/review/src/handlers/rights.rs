use super::{cases::tagged, detail::detail};
use axum::response::Response;
use kit::{
    Failure, Kit, body,
    cases::{Saved, load, save},
    requests,
    routes::{Call, answer},
    vault::Standing,
};
use shared::{
    case::{
        Case, Entry, Event,
        export::{AccessQuestion, export},
        rights::{
            RequestPage, RightsCommand, RightsEvent, RightsRefusal, decide, decide_request, notes::RequestDecision,
        },
    },
    contract::{Endpoint, ErrorItem, ProblemKind},
    id::{AccountId, CaseId, Revision},
};

/// Keeping, restricting, correcting, requests: decided on the revision that the AF saw.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.account.clone();
    let id = CaseId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let revision = body::if_match(call.request.headers())?;
    let command: RightsCommand = body::json(call.request).await?;
    call.trail.command(command.kind().as_str());
    let standing = fresh(&call.kit, &id, revision)?;
    let event = decide(&standing.value, command, &who, (call.kit.now)().day()).map_err(refused)?;
    let case = add(&call.kit, &standing, event, who.clone())?;
    let detail = detail(&call.kit, &case, &who)?;
    Ok(tagged(answer(Endpoint::CommandRights, &detail), &detail))
}

/// A copy for who it is about.
pub async fn copy(call: Call) -> Result<Response, Failure> {
    let id = CaseId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let question: AccessQuestion = body::json(call.request).await?;
    let case = load(&call.kit, &id)?.value;
    let made = export(&case, &question).map_err(refused)?;
    Ok(answer(Endpoint::AccessCopy, &made))
}

/// Requests that are still to be decided.
pub async fn requests(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Requests, &page(&call.kit)?))
}

/// The FG's word on an AF's advice. Nothing of the case is in the answer.
pub async fn decide_one(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.account.clone();
    let id = CaseId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let revision = body::if_match(call.request.headers())?;
    let decision: RequestDecision = body::json(call.request).await?;
    let standing = fresh(&call.kit, &id, revision)?;
    let event = decide_request(&standing.value, decision).map_err(refused)?;
    add(&call.kit, &standing, event, who)?;
    Ok(answer(Endpoint::DecideRequest, &page(&call.kit)?))
}

fn page(kit: &Kit) -> Result<RequestPage, Failure> {
    Ok(RequestPage { requests: requests::open(kit)?, today: (kit.now)().day() })
}

fn fresh(kit: &Kit, id: &CaseId, revision: Revision) -> Result<Standing<Case>, Failure> {
    let standing = load(kit, id)?;
    if standing.value.revision() == revision { Ok(standing) } else { Err(stale()) }
}

fn add(kit: &Kit, standing: &Standing<Case>, event: RightsEvent, by: AccountId) -> Result<Case, Failure> {
    let entry = Entry { at: (kit.now)(), by, event: Event::Rights(event) };
    match save(kit, standing, entry)? {
        Saved::Done(case) => Ok(*case),
        Saved::Stale => Err(stale()),
    }
}

fn stale() -> Failure {
    Failure::of(ProblemKind::Stale, "Haal het dossier opnieuw op. Wat je typte staat er nog.")
}

fn refused(refusal: RightsRefusal) -> Failure {
    let detail = "Dit past niet bij hoe het dossier er nu voor staat.".into();
    let item = ErrorItem { pointer: String::new(), code: refusal.as_str().into(), detail };
    Failure::Problem(ProblemKind::Refused, "Bekijk het dossier opnieuw.", vec![item])
}
