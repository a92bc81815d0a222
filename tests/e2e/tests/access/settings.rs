//! The settings: the beheerder changes them, another person agrees to numbers, and a melder gets what holds.
use e2e::{Answer, Client, World};
use serde_json::{Value, json};
use shared::contract::Endpoint;

/// A request to one of the three endpoints that has to succeed.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let bo = &world.people.bo;
    if endpoint == Endpoint::CommandSettings {
        change(bo, &json!({ "onderdeel": "sluitingsdagen", "waarde": ["2027-05-14"] }))
    } else if endpoint == Endpoint::AnswerSettings {
        confirm_numbers(world)
    } else {
        bo.to(Endpoint::Settings).send()
    }
}

fn change(bo: &Client, part: &Value) -> Answer {
    let seen = settings(bo)["laatste"].clone();
    let change = json!({ "soort": "wijzigen", "inhoud": { "gezien": seen, "deel": part } });
    bo.to(Endpoint::CommandSettings).json(&change).send()
}

fn settings(bo: &Client) -> Value {
    bo.to(Endpoint::Settings).send().good(Endpoint::Settings)
}

/// The number of the KMT that every browser gets.
fn number(world: &World) -> Value {
    world.anyone().to(Endpoint::Instance).send().good(Endpoint::Instance)["profiel"]["contact"]["kmt"]["nummer"].clone()
}

/// Another number of the KMT, which an AF confirms.
fn confirm_numbers(world: &World) -> Answer {
    let mut phones = settings(&world.people.bo)["nu"][0].clone();
    phones["waarde"]["kmt"]["nummer"] = json!("074-000 00 99");
    let page = change(&world.people.bo, &phones).good(Endpoint::CommandSettings);
    assert_ne!(number(world), "074-000 00 99", "it waits");
    let confirm = json!({ "soort": "bevestigen", "nummer": page["wacht"]["nummer"] });
    let answer = world.people.fleur.to(Endpoint::AnswerSettings).json(&confirm).send();
    assert_eq!(number(world), "074-000 00 99");
    answer
}
