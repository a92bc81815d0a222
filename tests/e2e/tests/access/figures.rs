//! The figures over HTTP: what was published, for AFs and analysts, and one half-year of it signed.
use desk::figures;
use e2e::{Answer, World};
use serde_json::json;
use shared::{
    contract::{Endpoint, ProblemKind},
    figures::{FigureTable, HalfYear, Tally},
};

/// Publishes the half-year before this one, in which eight reports about a place came.
fn published(world: &World) -> HalfYear {
    let desk = e2e::open_kit(world.site.as_ref());
    let mut tally = Tally::default();
    for _ in 0..8 {
        let mut one = Tally::default();
        one.put(FigureTable::Subject, ["plek"]);
        tally.add(&one);
    }
    let half = HalfYear::of(desk.now().day()).previous();
    let teams = desk.environment().teams().expect("the list is there");
    figures::freeze(&desk, half, &tally, false, &teams).expect("it is published");
    half
}

/// A request to one of the two endpoints that has to succeed.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let (fleur, half) = (&world.people.fleur, published(world));
    if endpoint == Endpoint::Figures {
        return fleur.to(endpoint).send();
    }
    fleur.to(endpoint).json(&json!({ "halfjaar": half })).send()
}

#[test]
fn a_signed_half_year_is_what_the_page_shows_and_opens_with_the_fingerprint_beside_it() {
    let world = World::new();
    let fleur = &world.people.fleur;
    let (given, by) = figures::read_signed(&succeeds(&world, Endpoint::SignFigures).text()).expect("signed");
    let page = fleur.to(Endpoint::Figures).send().good(Endpoint::Figures);
    let shown = &page["halfjaren"][0];
    assert_eq!(serde_json::to_value(&given.figures).expect("JSON"), *shown);
    assert_eq!(shown["tabellen"][0]["rijen"][1], json!({ "code": "plek", "minstens": 5 }));
    assert_eq!((given.gemeente.as_str(), page["vingerafdruk"].as_str()), ("hengelo", Some(&*by)));
    let never = json!({ "halfjaar": "1999-1" });
    fleur.to(Endpoint::SignFigures).json(&never).send().problem(ProblemKind::NotFound);
    let wrong = fleur.to(Endpoint::SignFigures).json(&json!({ "halfjaar": "2026-3" })).send();
    assert!(wrong.status == 400 && wrong.text().contains("/halfjaar"), "{}", wrong.text());
}
