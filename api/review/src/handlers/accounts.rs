use axum::response::Response;
use http::{HeaderValue, header};
use kit::{
    Failure,
    account::{self, StoredAccount},
    body,
    routes::{Call, answer},
};
use shared::{
    contract::{AccountCommand, AccountView, Endpoint, NewAccount},
    id::AccountId,
};

/// The AFs, to hand a case to.
pub async fn officers(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Officers, &account::officers(&call.kit)?))
}

/// All accounts, for the administrator.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let views: Vec<AccountView> = account::all(&call.kit)?.iter().map(StoredAccount::view).collect();
    Ok(answer(Endpoint::Accounts, &views))
}

/// A new account.
pub async fn add(call: Call) -> Result<Response, Failure> {
    let new: NewAccount = body::json(call.request).await?;
    let account = account::make(new, "")?;
    account::add(&call.kit, std::slice::from_ref(&account), false)?;
    Ok(tagged(answer(Endpoint::AddAccount, &account.view()), &account))
}

/// Block, unblock, new password.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let id = AccountId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let revision = body::if_match(call.request.headers())?;
    let command: AccountCommand = body::json(call.request).await?;
    let account = account::command(&call.kit, &id, revision, &command)?;
    Ok(tagged(answer(Endpoint::CommandAccount, &account.view()), &account))
}

fn tagged(mut response: Response, account: &StoredAccount) -> Response {
    if let Ok(tag) = HeaderValue::from_str(&account.revision.etag()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
