use axum::response::Response;
use kit::{
    Failure, account, audit, body,
    routes::{Call, answer},
    secret::token_hash,
};
use shared::{
    access::Role,
    audit::Denial,
    contract::{Endpoint, ErrorItem, ProblemKind, SetUp},
};

/// The first accounts of a new instance, once, with the word from the set-up link. Each gets an invitation, and a line in
/// the audit; who may not is counted there.
pub async fn set_up(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    let asked: SetUp = body::json(call.request).await?;
    let word = kit.variable("setup_token")?;
    // hashes are compared, so that the time it takes tells nothing about the word
    if word.is_empty() || token_hash(&asked.token) != token_hash(&word) {
        audit::count(kit, Denial::SetUp, Endpoint::SetUp, None)?;
        let detail = "De inrichtlink klopt niet of geldt niet meer. Vraag de beheerder van de server om een nieuwe.";
        return Err(Failure::of(ProblemKind::Forbidden, detail));
    }
    if !(3..=10).contains(&asked.accounts.len()) {
        return Err(incomplete("te-veel", "Maak 3 tot 10 accounts."));
    }
    for role in [Role::Officer, Role::Administrator, Role::PrivacyOfficer] {
        if !asked.accounts.iter().any(|account| account.role == role) {
            return Err(incomplete("rol-ontbreekt", "Er is ten minste één AF, één beheerder en één FG nodig."));
        }
    }
    let made = account::first(kit, asked.accounts).or_else(|failure| {
        audit::count(kit, Denial::SetUp, Endpoint::SetUp, None)?;
        Err(failure)
    })?;
    made.iter().try_for_each(|done| audit::note(kit, Endpoint::SetUp, None, &done.account.id))?;
    Ok(answer(Endpoint::SetUp, &made))
}

fn incomplete(code: &str, detail: &str) -> Failure {
    let item = ErrorItem { pointer: "/accounts".into(), code: code.into(), detail: detail.into() };
    Failure::Problem(ProblemKind::BadRequest, "Vul de accounts aan.", vec![item])
}
