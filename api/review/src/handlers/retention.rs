use super::query;
use axum::response::Response;
use kit::{
    Failure, Kit, account, body, relations, retention,
    routes::{Call, answer},
};
use shared::{
    access::{Action, Relation, Viewer, may, may_propose_destruction},
    audit::AuditAction,
    case::destruction::DestructionCommand,
    contract::{CertificatePage, Endpoint, OfficerView, RetentionDone, RetentionPage},
    id::CaseId,
};

/// What is due, and what waits for a second person.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    let page = query::page(call.query())?;
    let viewer = viewer(&call)?;
    let (due, next_page) = retention::due_cases(kit, page, viewer.as_ref())?;
    let (proposals, under_way) = retention::waiting(kit, viewer.as_ref())?;
    let (established, today) = (kit.profile()?.retention.established, (kit.now)().day());
    let names = names(kit)?;
    let page = RetentionPage { due, next_page, proposals, under_way, established, today, names };
    Ok(answer(Endpoint::Retention, &page))
}

/// One proposes, another agrees or does not.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let id: CaseId = call.id()?;
    let session = call.who()?.clone();
    // before anything of the request is read: for who may not see it, it is not there
    if !may(Some(session.role), Action::Guard, Relation::NoCase) {
        relations::see(&call.kit, &session, &id, Action::Destroy)?;
    }
    let (who, role) = (session.account, session.role);
    let command: DestructionCommand = body::json(call.request).await?;
    call.trail.action(AuditAction::Act(command.kind()));
    let certificate = match command {
        DestructionCommand::Propose { ground } => {
            may_propose_destruction(role)?;
            retention::propose(&call.kit, &id, ground, &who)?;
            None
        }
        DestructionCommand::Approve => Some(retention::approve(&call.kit, &id, &who)?),
        DestructionCommand::Reject => {
            retention::reject(&call.kit, &id)?;
            None
        }
    };
    Ok(answer(Endpoint::CommandRetention, &RetentionDone { certificate }))
}

/// The declarations of destruction.
pub async fn certificates(call: Call) -> Result<Response, Failure> {
    let before = query::before(call.query())?;
    let viewer = viewer(&call)?;
    let (certificates, next) = retention::certificates(&call.kit, before, viewer.as_ref())?;
    let names = names(&call.kit)?;
    Ok(answer(Endpoint::Certificates, &CertificatePage { certificates, next, names }))
}

/// The AF who looks; none for the FG, who sees all of it by number.
pub fn viewer(call: &Call) -> Result<Option<Viewer>, Failure> {
    let who = call.who()?;
    if may(Some(who.role), Action::Guard, Relation::NoCase) {
        return Ok(None);
    }
    relations::viewer(&call.kit, &who.account, &account::all(&call.kit)?).map(Some)
}

/// Everybody with an account, by name.
fn names(kit: &Kit) -> Result<Vec<OfficerView>, Failure> {
    let named = |account: account::StoredAccount| {
        let view = account.view();
        OfficerView { id: view.id, name: view.name, active: !view.blocked }
    };
    Ok(account::all(kit)?.into_iter().map(named).collect())
}
