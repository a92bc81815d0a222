use axum::response::Response;
use kit::{
    Failure,
    account::{self, StoredAccount},
    body,
    routes::{Call, answer},
    secret::token_hash,
};
use shared::{
    access::Role,
    contract::{AccountView, Endpoint, ErrorItem, ProblemKind, SetUp},
};

/// The first accounts of a new instance, once, with the word from the set-up link.
pub async fn set_up(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    let asked: SetUp = body::json(call.request).await?;
    let word = kit.variable("setup_token")?;
    // hashes are compared, so that the time it takes tells nothing about the word
    if word.is_empty() || token_hash(&asked.token) != token_hash(&word) {
        let detail = "De inrichtlink klopt niet of geldt niet meer. Vraag de beheerder van de server om een nieuwe.";
        return Err(Failure::of(ProblemKind::Forbidden, detail));
    }
    if !(2..=10).contains(&asked.accounts.len()) {
        return Err(incomplete("te-veel", "Maak 2 tot 10 accounts."));
    }
    for role in [Role::Officer, Role::Administrator] {
        if !asked.accounts.iter().any(|account| account.role == role) {
            return Err(incomplete("rol-ontbreekt", "Er is ten minste één AF en één beheerder nodig."));
        }
    }
    let make = |(at, new)| account::make(new, &format!("/accounts/{at}"));
    let accounts: Vec<StoredAccount> = asked.accounts.into_iter().enumerate().map(make).collect::<Result<_, _>>()?;
    account::add(kit, &accounts, true)?;
    let views: Vec<AccountView> = accounts.iter().map(StoredAccount::view).collect();
    Ok(answer(Endpoint::SetUp, &views))
}

fn incomplete(code: &str, detail: &str) -> Failure {
    let item = ErrorItem { pointer: "/accounts".into(), code: code.into(), detail: detail.into() };
    Failure::Problem(ProblemKind::BadRequest, "Vul de accounts aan.", vec![item])
}
