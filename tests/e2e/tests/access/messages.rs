//! The calendar behind a secret address.
use e2e::{Answer, World, words};
use shared::contract::Endpoint;

/// The calendar of Fleur, as a program asks for it: without a cookie.
pub fn feed(world: &World) -> Answer {
    let made = world.people.fleur.to(Endpoint::ChooseMessages).json(&words::plain("agenda-nieuw")).send();
    let path = made.good(Endpoint::ChooseMessages)["agenda"].as_str().expect("an address").to_owned();
    world.anyone().to_one(Endpoint::Feed, path.rsplit('/').next().expect("a secret")).send()
}
