use super::query;
use axum::response::Response;
use desk::{
    Desk,
    account::{self, StoredAccount},
    case::relations,
    entrance::Call,
    login::session::Session,
    retention,
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    access::{Action, Reader, Relation, may, may_propose_destruction},
    audit::AuditAction,
    case::{
        Refusal,
        destruction::{Agreeing, DestructionCommand},
    },
    contract::{CertificatePage, Endpoint, OfficerView, RetentionDone, RetentionPage, ReviewEndpoint},
    id::CaseId,
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::CommandRetention {
        command(call).await
    } else if endpoint == ReviewEndpoint::Certificates {
        certificates(&call)
    } else {
        list(&call)
    }
}

/// Due cases, and proposals that wait for a second person.
fn list(call: &Call) -> Result<Response, Failure> {
    let desk = &call.desk;
    let page = query::page(call.query())?;
    let reader = reader(call)?;
    let (due, next_page) = retention::due_cases(desk, page, &reader)?;
    let (proposals, under_way) = retention::waiting(desk, &reader)?;
    let (established, today) = (desk.profile()?.retention.established, desk.now().day());
    let names = names(desk)?;
    let about = retention::facts(desk, &proposals)?;
    let page = RetentionPage { due, next_page, proposals, about, under_way, established, today, names };
    Ok(answer(Endpoint::Retention, &page))
}

/// One proposes, another agrees or does not.
async fn command(call: Call) -> Result<Response, Failure> {
    let id: CaseId = call.id()?;
    let session = call.who()?.clone();
    // before the request is read: for a caller who may not see the case, it does not exist
    if !may(Some(session.role), Action::Guard, Relation::NoCase) {
        relations::see(&call.desk, &session, &id, Action::Agree)?;
    }
    let command: DestructionCommand = body::json(call.request).await?;
    call.trail.action(AuditAction::Act(command.kind()));
    let certificate = match command {
        DestructionCommand::Propose { ground } => {
            may_propose_destruction(session.role)?;
            if relations::see(&call.desk, &session, &id, Action::Destroy).is_err() {
                return Err(Refusal::NotYours.into());
            }
            retention::propose(&call.desk, &id, ground, &session.account)?;
            None
        }
        DestructionCommand::Approve => Some(retention::approve(&call.desk, &id, agreeing(&session))?),
        DestructionCommand::Reject => {
            retention::reject(&call.desk, &id)?;
            None
        }
    };
    Ok(answer(Endpoint::CommandRetention, &RetentionDone { certificate }))
}

/// The declarations of destruction.
fn certificates(call: &Call) -> Result<Response, Failure> {
    let before = query::before(call.query())?;
    let reader = reader(call)?;
    let (certificates, next) = retention::certificates(&call.desk, before, &reader)?;
    let names = names(&call.desk)?;
    Ok(answer(Endpoint::Certificates, &CertificatePage { certificates, next, names }))
}

fn agreeing(session: &Session) -> Agreeing<'_> {
    if may(Some(session.role), Action::Guard, Relation::NoCase) {
        Agreeing::PrivacyOfficer(&session.account)
    } else {
        Agreeing::Officer(&session.account)
    }
}

/// Who reads these lists.
pub fn reader(call: &Call) -> Result<Reader, Failure> {
    let who = call.who()?;
    if may(Some(who.role), Action::Guard, Relation::NoCase) {
        return Ok(Reader::PrivacyOfficer);
    }
    relations::viewer(&call.desk, &who.account, &account::all(&call.desk)?).map(Reader::Officer)
}

/// Everybody with an account, by name.
fn names(desk: &Desk) -> Result<Vec<OfficerView>, Failure> {
    Ok(account::all(desk)?.iter().map(StoredAccount::named).collect())
}
