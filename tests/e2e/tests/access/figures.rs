//! The figures over HTTP: what was published, for AFs and analysts, and one half-year of it signed.
use e2e::{Answer, Client, World};
use serde_json::{Value, json};
use shared::contract::{Endpoint, ProblemKind};

fn last(by: &Client) -> Value {
    let page = by.to(Endpoint::Figures).send().good(Endpoint::Figures);
    page["halfjaren"][0].clone()
}

/// A request to one of the two endpoints that has to succeed.
pub fn succeeds(by: &Client, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::Figures {
        return by.to(endpoint).send();
    }
    by.to(endpoint).json(&json!({ "halfjaar": last(by)["halfjaar"] })).send()
}

#[test]
fn a_signed_half_year_is_what_the_page_shows_and_opens_with_the_fingerprint_beside_it() {
    let world = World::new();
    let fleur = &world.people.fleur;
    let signed = succeeds(fleur, Endpoint::SignFigures);
    let (given, by) = desk::figures::read_signed(&signed.text()).expect("signed");
    let page = fleur.to(Endpoint::Figures).send().good(Endpoint::Figures);
    assert_eq!(serde_json::to_value(&given.figures).expect("JSON"), page["halfjaren"][0]);
    assert_eq!((given.gemeente.as_str(), given.practice, page["vingerafdruk"].as_str()), ("hengelo", true, Some(&*by)));
    let never = json!({ "halfjaar": "1999-1" });
    fleur.to(Endpoint::SignFigures).json(&never).send().problem(ProblemKind::NotFound);
    let wrong = fleur.to(Endpoint::SignFigures).json(&json!({ "halfjaar": "2026-3" })).send();
    assert!(wrong.status == 400 && wrong.text().contains("/halfjaar"), "{}", wrong.text());
}
