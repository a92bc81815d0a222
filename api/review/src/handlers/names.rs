//! Looking for names of the case in what goes to KMT. An AF sees what is taken away before it goes: a text that still
//! holds something is refused at its field.
use axum::response::Response;
use desk::{
    Desk,
    account::{self, StoredAccount},
    entrance::{Call, OfCase},
};
use kit::{Failure, web::routes::answer};
use shared::{
    access::Action,
    case::{Act, Case, kmt::without_names},
    contract::{Endpoint, NamesAnswer, NamesQuestion, ProblemKind},
    report::{Finding, FindingCode},
    text::Prose,
};

/// Gives texts as they may go.
pub async fn look(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Handle)?;
    let asked: NamesQuestion = of.body().await?;
    let (mut texts, accounts) = (asked.texts, account::all(&of.desk)?);
    for text in &mut texts {
        if !text.trim().is_empty() {
            let written = Prose::parse(text).map_err(|_| too_long())?;
            *text = without(&accounts, &of.seen.standing.value, &written)?.as_str().to_owned();
        }
    }
    Ok(answer(Endpoint::LookForNames, &NamesAnswer { texts }))
}

/// Whether nothing of what an adviser of KMT would read holds a name; that is not left to whoever asks.
pub fn check(desk: &Desk, case: &Case, act: &Act) -> Result<(), Failure> {
    let mut texts: Vec<(&str, &Prose)> = Vec::new();
    if let Act::AskKmt(asked) = act {
        texts.extend(asked.words.iter().map(|words| ("/inhoud/woorden", words)));
        texts.push(("/inhoud/vraag", &asked.question));
    } else if let Act::ReplyToKmt(reply) = act {
        texts.push(("/inhoud/antwoord", &reply.text));
    }
    if texts.is_empty() {
        return Ok(());
    }
    let (mut found, accounts) = (Vec::new(), account::all(desk)?);
    if let Act::AskKmt(asked) = act
        && let Some(adviser) = &asked.adviser
        && !account::advisers_of(&accounts).iter().any(|one| one.id == *adviser)
    {
        found.push(Finding { field: "/inhoud/adviseur".to_owned(), code: FindingCode::UnknownFunction });
    }
    for (field, text) in texts {
        if without(&accounts, case, text)? != *text {
            found.push(Finding { field: field.to_owned(), code: FindingCode::HoldsNames });
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Failure::found(&found)) }
}

fn without(accounts: &[StoredAccount], case: &Case, text: &Prose) -> Result<Prose, Failure> {
    let officers: Vec<String> = accounts.iter().map(|one| one.name.as_str().to_owned()).collect();
    without_names(case, &officers, text).map_err(|_| too_long())
}

fn too_long() -> Failure {
    Failure::of(ProblemKind::BadRequest, "Een tekst is te lang om na te kijken. Maak hem korter.")
}
