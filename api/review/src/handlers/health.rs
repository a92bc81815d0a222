use axum::response::Response;
use kit::{
    Failure, cell, gate, practice,
    routes::{Call, answer},
};
use shared::contract::{Endpoint, Health};

/// Whether it works: keys that fit, a store that answers (a counter is read), a profile.
pub async fn health(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    practice::check(kit)?;
    gate::check_whole(kit)?;
    kit.inbox.last_number(&cell::ARRIVALS)?;
    kit.profile()?;
    Ok(answer(Endpoint::Health, &Health { stand: "goed".into() }))
}
