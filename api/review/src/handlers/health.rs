use axum::response::Response;
use desk::{entrance::Call, key_check, outbox};
use kit::{Failure, inbox::practice, store::cell, web::routes::answer};
use shared::contract::{Endpoint, Health};

/// Whether it works: keys that fit, a store that answers, a profile. A damaged counter is made again by the next
/// report, and is no reason to restart anything.
pub async fn health(call: Call) -> Result<Response, Failure> {
    let desk = &call.desk;
    practice::check(&desk.inbox)?;
    key_check::check_pairs(desk)?;
    desk.inbox.pointers.last_number(&cell::ARRIVALS).or_else(|failure| failure.unless_damaged(0))?;
    desk.profile()?;
    let messages = outbox::health(desk)?;
    Ok(answer(Endpoint::Health, &Health { stand: "goed".into(), messages }))
}
