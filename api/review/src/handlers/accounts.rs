use axum::response::Response;
use desk::{
    account::{self, StoredAccount},
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
    contract::{AccountCommand, AccountView, Endpoint, NewAccount},
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
    Ok(tagged(Endpoint::AddAccount, &done, done.account.revision))
}

/// Block, unblock, invite again, withdraw.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let id: AccountId = call.id()?;
    let revision = body::if_match(call.request.headers())?;
    let command: AccountCommand = body::json(call.request).await?;
    let done = account::command(&call.desk, &id, revision, &command, &by)?;
    Ok(tagged(Endpoint::CommandAccount, &done, done.account.revision))
}
