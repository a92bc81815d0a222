//! The settings: the beheerder changes them, another person agrees to numbers, and a melder gets what holds.
use e2e::{Answer, Client, Dossier, World, sent, words};
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

/// The table of what may go where: a melder never gets it, and it holds for a case once another person agreed.
#[test]
fn what_may_go_where_is_changed_by_two_and_holds_for_every_case() {
    let world = World::new();
    let (bo, fleur) = (&world.people.bo, &world.people.fleur);
    let _code = sent(&world.anyone(), &words::draft());
    let mut case = Dossier::newest(fleur);
    let rule = json!({ "naar": "vtt", "mag": ["aard"], "grondslagen": ["Verzonnen grondslag"] });
    let table = json!({ "vastgesteldOp": "2026-11-01", "ontvangers": [rule] });
    let part = json!({ "onderdeel": "delen", "waarde": table });
    let page = change(bo, &part).good(Endpoint::CommandSettings);
    assert_ne!(case.look(fleur)["delen"], table, "it waits");
    let confirm = json!({ "soort": "bevestigen", "nummer": page["wacht"]["nummer"] });
    fleur.to(Endpoint::AnswerSettings).json(&confirm).send().good(Endpoint::AnswerSettings);
    assert_eq!(case.look(fleur)["delen"], table);
    let shown = world.anyone().to(Endpoint::Instance).send().text();
    assert!(!shown.contains("Verzonnen grondslag"), "a melder does not get it");
    let wrong = json!({ "naar": "kmt", "mag": ["aard", "plek"], "grondslagen": ["Verzonnen grondslag"] });
    let part = json!({ "onderdeel": "delen", "waarde": { "ontvangers": [wrong] } });
    let refused = change(bo, &part);
    assert_eq!(refused.status, 400, "advice is asked without places");
    assert!(refused.text().contains("/delen/kmt/mag") || refused.text().contains("delen/kmt/mag"));
}
