//! A photo that the melder added, for whoever may see the case.
use axum::response::Response;
use desk::{
    case::photos,
    entrance::{Call, OfCase},
};
use kit::{Failure, web::routes::answer};
use shared::{
    access::Action,
    contract::{Endpoint, PhotoQuestion},
};

/// One photo.
pub async fn show(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::See)?;
    let asked: PhotoQuestion = of.body().await?;
    Ok(answer(Endpoint::Photo, &photos::show(&of.desk, &of.seen.standing.value, &asked.photo)?))
}
