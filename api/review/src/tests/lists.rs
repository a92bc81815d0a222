//! A new list of signals: reports on an older one keep their sentences, and nobody but the beheerder reads one in.
use crate::world::World;
use http::{Request, header};
use kit::inbox::{arrival, secret::Secret};
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, examples},
    indicators::{IndicatorList, Origin, Tick},
    report::{Channel, Draft},
};

const AF: usize = 0;
const BEHEER: usize = 1;
const FG: usize = 2;

fn ask(world: &World, who: usize, endpoint: Endpoint, id: &str, body: &Value) -> (u16, Value) {
    let (_, cookie) = world.cookies[who].split_once(": ").unwrap();
    let body = if body.is_null() { Vec::new() } else { serde_json::to_vec(body).unwrap() };
    let request = Request::builder()
        .method(endpoint.method().to_string().as_str())
        .uri(endpoint.url(id))
        .header(header::COOKIE, cookie)
        .header("spin-full-url", "http://meldroute.example/")
        .header("origin", "http://meldroute.example")
        .header("content-type", "application/json")
        .body(body)
        .unwrap();
    let (status, body) = world.ask(request);
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

fn list(world: &World) -> IndicatorList {
    world.desk.environment().instance().unwrap().indicators
}

/// Reads in the list of now as this version, with another sentence for the first signal.
fn import(world: &World, who: usize, version: &str, sentence: &str) -> (u16, Value) {
    let mut list = list(world);
    list.version = version.into();
    list.indicators[0].sentence = sentence.into();
    let (_, page) = ask(world, BEHEER, Endpoint::Settings, "", &Value::Null);
    let body = json!({ "soort": "lijst-inlezen", "inhoud": { "gezien": page["laatste"], "lijst": list } });
    ask(world, who, Endpoint::CommandSettings, "", &body)
}

/// A report in which the first signal is ticked, on the list of now.
fn report(world: &World, n: u8) -> String {
    let list = list(world);
    let ticks = vec![Tick { id: list.indicators[0].id.clone(), origin: Origin::Seen }];
    let draft = Draft { list: list.version, ticks, ..examples::draft() };
    let sent = arrival::accept(&world.desk.inbox, &Secret::from_bytes([n; 16]), &draft, Channel::Form {}).unwrap();
    desk::case::take_in(&world.desk).unwrap();
    sent.id.as_str().to_owned()
}

fn sentence(world: &World, case: &str) -> String {
    let (status, detail) = ask(world, AF, Endpoint::Case, case, &Value::Null);
    assert_eq!(status, 200, "{detail}");
    detail["signalen"][0]["zin"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn an_old_report_keeps_the_sentence_of_its_own_list_after_a_new_one_is_read_in() {
    let world = World::new();
    let of_file = list(&world).indicators[0].sentence.clone();
    let first = report(&world, 21);
    assert_eq!(import(&world, BEHEER, "2027-1", "Een eerste verzonnen zin").0, 200);
    let second = report(&world, 22);
    assert_eq!(import(&world, BEHEER, "2027-2", "Een tweede verzonnen zin").0, 200);
    let third = report(&world, 23);
    let sentences = [&first, &second, &third].map(|case| sentence(&world, case));
    assert_eq!(sentences, [of_file.as_str(), "Een eerste verzonnen zin", "Een tweede verzonnen zin"]);
}

#[test]
fn af_and_fg_read_every_list_and_the_beheerder_alone_reads_one_in() {
    let world = World::new();
    for who in [AF, FG] {
        assert_eq!(import(&world, who, "2027-1", "Verzonnen").0, 403);
    }
    assert_eq!(import(&world, BEHEER, "2027-1", "Verzonnen").0, 200);
    for who in [AF, BEHEER, FG] {
        let (status, page) = ask(&world, who, Endpoint::SignalLists, "", &Value::Null);
        assert_eq!(status, 200);
        let versions: Vec<&Value> =
            page["lijsten"].as_array().unwrap().iter().map(|one| &one["lijst"]["versie"]).collect();
        assert_eq!(versions, ["2027-1", "2026-1"]);
        assert_eq!((&page["lijsten"][0]["inGebruik"], &page["lijsten"][1]["inGebruik"]), (&json!(true), &json!(false)));
    }
    let (_, wrong) = import(&world, BEHEER, "2027-2", " ");
    assert_eq!(wrong["errors"][0]["pointer"], "/inhoud/lijst/signalen/0/zin", "{wrong}");
}
