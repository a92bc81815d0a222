//! Questions to KMT: looking for names before one goes, and the adviser's end. With a link and its code there is no
//! session, so every refusal is counted.
use super::names;
use axum::response::Response;
use desk::{
    Desk, account, audit,
    case::kmt::{self, Opened},
    entrance::Call,
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    access::{Action, Relation, Role, may},
    audit::Denial,
    case::notes::AdviserWord,
    contract::{Endpoint, KmtAnswer, KmtForAdviser, KmtLink, KmtOwnAnswer, ProblemKind, ReviewEndpoint},
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::AnswerKmtQuestion {
        respond(call).await
    } else if endpoint == ReviewEndpoint::KmtQuestions {
        own(&call)
    } else if endpoint == ReviewEndpoint::AnswerOwnKmtQuestion {
        respond_own(call).await
    } else if endpoint == ReviewEndpoint::LookForNames {
        names::look(call).await
    } else {
        look(call).await
    }
}

async fn look(call: Call) -> Result<Response, Failure> {
    let desk = call.desk;
    let link: KmtLink = body::json(call.request).await?;
    let view = noted(&desk, Endpoint::KmtQuestion, &link, |opened| opened.view(&desk))?;
    Ok(answer(Endpoint::KmtQuestion, &view))
}

async fn respond(call: Call) -> Result<Response, Failure> {
    let desk = call.desk;
    let KmtAnswer { access, says, text, by } = body::json(call.request).await?;
    let word = AdviserWord { says, text, by, account: None };
    let view = noted(&desk, Endpoint::AnswerKmtQuestion, &access, |opened| opened.answer(&desk, &word))?;
    Ok(answer(Endpoint::AnswerKmtQuestion, &view))
}

/// The questions that the adviser who is logged in was asked. Each that they read leaves a line about its case.
fn own(call: &Call) -> Result<Response, Failure> {
    let who = call.who()?;
    check(Some(who.role), Relation::Asked)?;
    let mut shown = Vec::new();
    for (case, asked) in kmt::of_account(&call.desk, &who.account)? {
        let line = audit::begin_about(&call.desk, Endpoint::KmtQuestions, Some(&who.account), case.as_str())?;
        shown.push(line.ends(&call.desk, Ok(asked))?);
    }
    Ok(answer(Endpoint::KmtQuestions, &shown))
}

/// Answers one of them, under the name of the account.
async fn respond_own(call: Call) -> Result<Response, Failure> {
    check(Some(call.who()?.role), Relation::Asked)?;
    let (who, id) = (call.who()?.account.clone(), call.id()?);
    let Call { desk, trail, request, .. } = call;
    let KmtOwnAnswer { says, text } = body::json(request).await?;
    let opened = kmt::open_own(&desk, &who, &id)?;
    trail.about_case(opened.case());
    let accounts = account::all(&desk)?;
    let by = accounts.into_iter().find(|one| one.id == who).map(|one| one.name).ok_or_else(Failure::not_found)?;
    let word = AdviserWord { says, text, by, account: Some(who) };
    Ok(answer(Endpoint::AnswerOwnKmtQuestion, &opened.answer(&desk, &word)?))
}

/// Does this with the question behind a link. Whoever gets in leaves a line, whose number is taken before; whoever does
/// not is counted.
fn noted(
    desk: &Desk,
    endpoint: Endpoint,
    link: &KmtLink,
    work: impl FnOnce(Opened) -> Result<KmtForAdviser, Failure>,
) -> Result<KmtForAdviser, Failure> {
    let done = kmt::open(desk, link).and_then(|opened| {
        check(None, Relation::CodeHolder)?;
        let line = audit::begin_about(desk, endpoint, None, opened.case().as_str())?;
        line.ends(desk, work(opened))
    });
    if matches!(&done, Err(Failure::Problem(ProblemKind::NotFound, ..))) {
        audit::count(desk, Denial::KmtLink, endpoint, None)?;
    }
    done
}

/// What the permission table says of somebody who came as this.
fn check(role: Option<Role>, relation: Relation) -> Result<(), Failure> {
    if may(role, Action::Advise, relation) { Ok(()) } else { Err(Failure::not_found()) }
}
