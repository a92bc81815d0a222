//! What goes to a table together.
use super::packs::made_file;
use axum::response::Response;
use desk::{case::packs::agenda, entrance::Call, paper};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    case::pack::AgendaToPrint,
    contract::{Endpoint, ReviewEndpoint},
    text::Line,
};
use words::officer::agenda_document;

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::AgendaPages {
        print(call).await
    } else {
        Ok(answer(Endpoint::AgendaPacks, &agenda::list(&call.desk, call.who()?)?))
    }
}

async fn print(mut call: Call) -> Result<Response, Failure> {
    let asked: AgendaToPrint = body::json(std::mem::take(&mut call.request)).await?;
    let (desk, environment) = (&call.desk, call.desk.environment());
    let here = (environment.profile()?.name, environment.is_practice());
    let about = (asked.to, asked.meeting.as_ref().map(Line::as_str));
    let pdf = agenda::print(desk, call.who()?, &asked, |packs| {
        paper::pages(desk, &agenda_document(about, packs, (&here.0, here.1), desk.now()))
    })?;
    Ok(answer(Endpoint::AgendaPages, &made_file(&pdf)))
}
