//! Care and health in a case: who may see the case sees that there is something; `desk` decides who reads the words.
use super::told;
use axum::response::Response;
use desk::{
    case::care,
    entrance::{Call, OfCase},
};
use kit::{Failure, web::routes::answer};
use shared::{
    access::{Action, may},
    case::{ActKind, Asker, Refusal, possible},
    contract::{Endpoint, NewCareEntry, OpenCareReason, ReviewEndpoint},
};

/// What there is, one entry more, or opening it.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::AddCare {
        add(call).await
    } else if endpoint == ReviewEndpoint::OpenCare {
        open(call).await
    } else {
        show(call)
    }
}

/// What there is.
fn show(call: Call) -> Result<Response, Failure> {
    let of = OfCase::find(call, Action::See)?;
    let view = care::read(&of.desk, &of.seen.standing.value, &of.seen.viewer, may_write(&of).is_ok())?;
    Ok(answer(Endpoint::Care, &view))
}

/// One entry more.
async fn add(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::See)?;
    let new: NewCareEntry = of.body().await?;
    may_write(&of)?;
    Ok(answer(Endpoint::AddCare, &care::add(&of.desk, &of.seen.standing.value, &of.seen.viewer, new)?))
}

/// Opens it with a ground and a reason.
async fn open(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::See)?;
    let asked: OpenCareReason = of.body().await?;
    told::care_opened(&of.trail, &asked);
    let may_write = may_write(&of).is_ok();
    let view = care::open(&of.desk, of.seen.standing, &of.seen.viewer, asked, may_write)?;
    Ok(answer(Endpoint::OpenCare, &view))
}

/// Whoever can add a note to the case can add one here.
fn may_write(of: &OfCase) -> Result<(), Refusal> {
    let kind = ActKind::AddRemark;
    if !may(Some(of.who.role), kind.action(), of.seen.relation) {
        return Err(Refusal::NotYours);
    }
    let asker = Asker { actor: &of.who.account, today: of.desk.now().day() };
    possible(&of.seen.standing.value, kind, asker)
}
