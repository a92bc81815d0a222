use super::query;
use axum::response::Response;
use kit::{
    Failure, Kit, account, body, retention,
    routes::{Call, answer},
};
use shared::{
    contract::{Endpoint, OfficerView},
    id::CaseId,
    retention::{
        CertificatePage, RetentionDone, RetentionPage,
        destruction::{DestructionCommand, may_propose},
    },
};

/// What is due, and what waits for a second person.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    let page = query::page(call.request.uri().query().unwrap_or_default())?;
    let (due, next_page) = retention::due_cases(kit, page)?;
    let (proposals, under_way) = retention::waiting(kit)?;
    let (established, today) = (kit.profile()?.retention.established, (kit.now)().day());
    let names = names(kit)?;
    let page = RetentionPage { due, next_page, proposals, under_way, established, today, names };
    Ok(answer(Endpoint::Retention, &page))
}

/// One proposes, another agrees or does not.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let id = CaseId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let (who, role) = (call.who()?.account.clone(), call.who()?.role);
    let command: DestructionCommand = body::json(call.request).await?;
    call.trail.command(command.name());
    let certificate = match command {
        DestructionCommand::Propose { ground } => {
            may_propose(role)?;
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
    let before = query::before(call.request.uri().query().unwrap_or_default())?;
    let (certificates, next) = retention::certificates(&call.kit, before)?;
    let names = names(&call.kit)?;
    Ok(answer(Endpoint::Certificates, &CertificatePage { certificates, next, names }))
}

/// Everybody with an account, by name.
fn names(kit: &Kit) -> Result<Vec<OfficerView>, Failure> {
    let named = |account: account::StoredAccount| {
        let view = account.view();
        OfficerView { id: view.id, name: view.name, active: !view.blocked }
    };
    Ok(account::all(kit)?.into_iter().map(named).collect())
}
