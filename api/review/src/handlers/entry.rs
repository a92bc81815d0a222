use axum::response::Response;
use desk::{
    account::invitation,
    entrance::Call,
    login::{limit, own},
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    audit::AuditAction,
    contract::{AcceptInvitation, Endpoint, InvitationWord, OwnAccountCommand, OwnAccountDone},
};

/// Shows an invitation to the person who holds its token, or both its halves.
pub async fn look(call: Call) -> Result<Response, Failure> {
    let asked: InvitationWord = body::json(call.request).await?;
    Ok(answer(Endpoint::Invitation, &invitation::look(&call.desk, &asked)?))
}

/// Password and second factor are chosen.
pub async fn accept(call: Call) -> Result<Response, Failure> {
    let asked: AcceptInvitation = body::json(call.request).await?;
    let (_, recovery_codes) = invitation::accept(&call.desk, &asked)?;
    Ok(answer(Endpoint::AcceptInvitation, &OwnAccountDone { recovery_codes }))
}

/// Own password and recovery codes.
pub async fn own(call: Call) -> Result<Response, Failure> {
    let caller = limit::Caller::of(&call.desk, call.request.headers());
    let session = call.who()?.clone();
    let command: OwnAccountCommand = body::json(call.request).await?;
    call.trail.action(match command {
        OwnAccountCommand::Password { .. } => AuditAction::NewPassword,
        OwnAccountCommand::RecoveryCodes { .. } => AuditAction::NewRecoveryCodes,
    });
    Ok(answer(Endpoint::OwnAccount, &own::command(&call.desk, &session, &caller, &command)?))
}
