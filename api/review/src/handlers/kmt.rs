//! Questions to KMT: looking for names before one goes, and the adviser's end, with a link and its code. They have no
//! session, so every refusal is counted.
use super::names;
use axum::response::Response;
use desk::{
    Desk, audit,
    case::kmt::{self, Opened},
    entrance::Call,
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    audit::Denial,
    case::notes::AdviserWord,
    contract::{Endpoint, KmtAnswer, KmtLink, KmtView, ProblemKind, ReviewEndpoint},
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::AnswerKmtQuestion {
        respond(call).await
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
    let word = AdviserWord { says, text, by };
    let view = noted(&desk, Endpoint::AnswerKmtQuestion, &access, |opened| opened.answer(&desk, &word))?;
    Ok(answer(Endpoint::AnswerKmtQuestion, &view))
}

/// Does this with the question behind a link. Whoever gets in leaves a line, whose number is taken before; whoever does
/// not is counted.
fn noted(
    desk: &Desk,
    endpoint: Endpoint,
    link: &KmtLink,
    work: impl FnOnce(Opened) -> Result<KmtView, Failure>,
) -> Result<KmtView, Failure> {
    let done = kmt::open(desk, link).and_then(|opened| {
        let line = audit::begin_of_case(desk, endpoint, opened.case())?;
        line.ends(desk, work(opened))
    });
    if matches!(&done, Err(Failure::Problem(ProblemKind::NotFound, ..))) {
        audit::count(desk, Denial::KmtLink, endpoint, None)?;
    }
    done
}
