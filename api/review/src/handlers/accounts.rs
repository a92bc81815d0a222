use super::told;
use axum::response::Response;
use desk::{
    Desk,
    account::{self, StoredAccount},
    audit::Trail,
    entrance::Call,
};
use kit::{
    Failure,
    web::{
        body,
        routes::{answer, tagged},
    },
};
use shared::{
    audit::AuditAction,
    contract::{AccountCommand, AccountView, Endpoint, FunctionChange, NewAccount},
    id::AccountId,
};

/// The AFs, to hand a case to.
pub async fn officers(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Officers, &account::officers(&call.desk)?))
}

/// All accounts, for the administrator.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let views: Vec<AccountView> = account::all(&call.desk)?.iter().map(StoredAccount::view).collect();
    Ok(answer(Endpoint::Accounts, &views))
}

/// Asks for a new account.
pub async fn add(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let new: NewAccount = body::json(call.request).await?;
    let done = account::add(&call.desk, new, &by)?;
    call.trail.about(&done.account.id);
    Ok(tagged(Endpoint::AddAccount, &done, done.account.revision))
}

/// Block, unblock, invite again, withdraw, set a function, ask for a departure.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: AccountId = call.id()?;
    let revision = body::if_match(call.request.headers())?;
    let command: AccountCommand = body::json(call.request).await?;
    call.trail.action(action(&command));
    tell(&call.desk, &call.trail, &id, &command)?;
    let done = account::command(&call.desk, &id, revision, &command, &by)?;
    Ok(tagged(Endpoint::CommandAccount, &done, done.account.revision))
}

fn action(command: &AccountCommand) -> AuditAction {
    match command {
        AccountCommand::Block => AuditAction::BlockAccount,
        AccountCommand::Unblock => AuditAction::UnblockAccount,
        AccountCommand::Invite => AuditAction::InviteAgain,
        AccountCommand::Withdraw => AuditAction::WithdrawAccess,
        AccountCommand::SetFunction { .. } => AuditAction::SetFunction,
        AccountCommand::Depart { .. } => AuditAction::AskDeparture,
    }
}

/// Tells the audit from which function to which, or why.
fn tell(desk: &Desk, trail: &Trail, id: &AccountId, command: &AccountCommand) -> Result<(), Failure> {
    match command {
        AccountCommand::SetFunction { function } => {
            let account = account::all(desk)?.into_iter().find(|account| account.id == *id);
            let from = account.and_then(|account| account.function);
            told::function(trail, &FunctionChange { from, to: function.clone() });
        }
        AccountCommand::Depart { reason } => trail.because(reason.clone()),
        AccountCommand::Block | AccountCommand::Unblock | AccountCommand::Invite | AccountCommand::Withdraw => {}
    }
    Ok(())
}
