//! The log of awareness over HTTP: every AF reads and writes it, and nobody else.
use e2e::{Answer, Client, World, words};
use serde_json::{Value, json};
use shared::contract::{Endpoint, ProblemKind};

fn line(by: &Client, reached: u16) -> Value {
    json!({ "dag": words::today(by), "soort": "presentatie", "team": "Team Wmo", "aantal": reached, "door": "af-en-kmt" })
}

fn add(by: &Client, reached: u16) -> Answer {
    let body = json!({ "soort": "vastleggen", "inhoud": { "regel": line(by, reached) } });
    by.to(Endpoint::CommandAwareness).json(&body).send()
}

/// A request to one of the two endpoints that has to succeed.
pub fn succeeds(fleur: &Client, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::CommandAwareness { add(fleur, 12) } else { fleur.to(endpoint).send() }
}

fn lines(by: &Client) -> Vec<Value> {
    let page = by.to(Endpoint::Awareness).send().good(Endpoint::Awareness);
    page["regels"].as_array().expect("lines").clone()
}

#[test]
fn one_af_records_another_corrects_and_the_first_is_told_that_it_changed() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    add(fleur, 12).good(Endpoint::CommandAwareness);
    let read = lines(sem).remove(0);
    assert_eq!((&read["nummer"], &read["gezien"], &read["beeindigd"]), (&json!(1), &json!(0), &json!(false)));
    let correct = json!({ "soort": "verbeteren", "inhoud": { "nummer": 1, "gezien": 0, "regel": line(sem, 14) } });
    sem.to(Endpoint::CommandAwareness).json(&correct).send().good(Endpoint::CommandAwareness);
    let end = |seen: u32| json!({ "soort": "beeindigen", "inhoud": { "nummer": 1, "gezien": seen } });
    fleur.to(Endpoint::CommandAwareness).json(&end(0)).send().problem(ProblemKind::Stale);
    assert_eq!(lines(fleur)[0]["regel"]["aantal"], 14);
    fleur.to(Endpoint::CommandAwareness).json(&end(1)).send().good(Endpoint::CommandAwareness);
    assert_eq!(lines(sem)[0]["beeindigd"], true, "it stays, and counts no more");
    let mut tomorrow = json!({ "soort": "vastleggen", "inhoud": { "regel": line(fleur, 1) } });
    tomorrow["inhoud"]["regel"]["dag"] = json!(kit::clock::now().day().succ_opt().expect("a day").to_string());
    let answer = fleur.to(Endpoint::CommandAwareness).json(&tomorrow).send();
    assert!(answer.text().contains("/inhoud/regel/dag"), "{}", answer.text());
    let list = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases);
    assert!(list.get("jaarlijkseUpdate").is_none(), "a new instance is not late");
}
