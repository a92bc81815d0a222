//! What a search finds, and what it never says.
use crate::world::World;
use http::{Request, header};
use serde_json::{Value, json};
use shared::{
    answer::YesNo,
    contract::{Endpoint, SearchPage, examples},
    id::FunctionId,
    report::{Channel, Draft},
};

fn ask(world: &World, who: usize, body: &Value) -> (u16, Vec<u8>) {
    let (_, cookie) = world.cookies[who].split_once(": ").unwrap();
    let request = Request::builder()
        .method("POST")
        .uri(Endpoint::Search.url(""))
        .header(header::COOKIE, cookie)
        .header("spin-full-url", "http://meldroute.example/")
        .header("origin", "http://meldroute.example")
        .header("content-type", "application/json")
        .body(serde_json::to_vec(body).unwrap());
    world.ask(request.unwrap())
}

fn search(world: &World, body: &Value) -> SearchPage {
    let (status, answer) = ask(world, 0, body);
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&answer));
    serde_json::from_slice(&answer).unwrap()
}

fn send(world: &World, which: u8, draft: &Draft) {
    let secret = kit::inbox::secret::Secret::from_bytes([which; 16]);
    kit::inbox::arrival::accept(&world.desk.inbox, &secret, draft, Channel::Form {}).unwrap();
    desk::case::take_in(&world.desk).unwrap();
}

/// A report with a word that stands in no other.
fn about(story: &str) -> Draft {
    Draft { story: story.into(), ..examples::draft() }
}

#[test]
fn words_are_found_however_they_are_written_in_cases_that_one_may_see() {
    let world = World::new();
    let open = |words: &str| search(&world, &json!({ "waar": "open", "woorden": words }));
    // the world has one that waits
    desk::case::take_in(&world.desk).unwrap();
    let before = open("zeppelin");
    assert!(before.rows.is_empty() && before.searched > 0 && before.next.is_none());
    send(&world, 21, &about("Naast de Zéppelin-hal woont een verzonnen kok."));
    let excluded = vec![FunctionId::parse("regisseur-wmo").unwrap()];
    send(
        &world,
        22,
        &Draft { colleague: Some(YesNo::Yes), excluded, ..about("Ook bij de zeppelin, over een collega.") },
    );
    for words in ["zeppelin", "KOK zeppelin", "zeppelin-hal"] {
        let found = open(words);
        assert_eq!(found.rows.len(), 1, "{words}");
        assert_eq!(found.searched, before.searched + 1, "the other is not even counted");
    }
    assert!(open("zeppelin collega").rows.is_empty(), "that one is about a colleague, and not for this AF");
    let number = open("zeppelin").rows[0].number.to_string();
    assert_eq!(open(&number).rows.len(), 1, "the number is a word too");
}

#[test]
fn closed_cases_are_found_by_number_year_and_outcome() {
    let world = World::new();
    send(&world, 21, &about("Naast de zeppelin-hal woont een verzonnen kok."));
    let open = |words: &str| search(&world, &json!({ "waar": "open", "woorden": words })).rows;
    let row = open("zeppelin").remove(0);
    let day = world.desk.now().day();
    let body = json!({ "soort": "eerder-afsluiten", "inhoud": { "reden": "dubbel", "toelichting": "Staat er al.",
        "terugkoppeling": { "wijze": "gesprek", "tekst": "Verteld", "datum": day } } });
    let (_, cookie) = world.cookies[0].split_once(": ").unwrap();
    let close = Request::builder()
        .method("POST")
        .uri(Endpoint::CommandCase.url(row.id.as_str()))
        .header(header::COOKIE, cookie)
        .header("spin-full-url", "http://meldroute.example/")
        .header("origin", "http://meldroute.example")
        .header("content-type", "application/json")
        .header("if-match", row.revision.etag());
    let (status, answer) = world.ask(close.body(serde_json::to_vec(&body).unwrap()).unwrap());
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&answer));
    assert!(open("zeppelin").is_empty(), "its text is not searched any more");
    let closed = |body: Value| search(&world, &body).rows.into_iter().map(|row| row.number).collect::<Vec<_>>();
    let (number, year) = (row.number.to_string(), row.number.year);
    assert_eq!(closed(json!({ "waar": "afgerond", "woorden": number })), [row.number]);
    assert_eq!(closed(json!({ "waar": "afgerond", "jaar": year, "uitkomst": "dubbel" })), [row.number]);
    assert_eq!(closed(json!({ "waar": "afgerond", "jaar": year - 1 })), []);
    assert_eq!(closed(json!({ "waar": "afgerond", "jaar": year, "uitkomst": "vergissing" })), []);
    assert_eq!(closed(json!({ "waar": "afgerond", "woorden": number, "uitkomst": "vergissing" })), []);
}

#[test]
fn what_is_looked_for_is_in_no_audit_line_and_no_answer() {
    let world = World::new();
    let word = "geheimwoord";
    let (status, answer) = ask(&world, 0, &json!({ "waar": "open", "woorden": word }));
    assert_eq!(status, 200);
    assert!(!String::from_utf8(answer).unwrap().contains(word));
    for (typed, expected) in [(word.to_owned(), 200), (word.repeat(20), 400)] {
        let (status, answer) = ask(&world, 0, &json!({ "waar": "afgerond", "woorden": typed }));
        assert_eq!(status, expected);
        assert!(!String::from_utf8(answer).unwrap().contains(word));
    }
    let (_, cookie) = world.cookies[2].split_once(": ").unwrap();
    let audit = Request::builder()
        .method("GET")
        .uri(Endpoint::Audit.url(""))
        .header(header::COOKIE, cookie)
        .header("spin-full-url", "http://meldroute.example/");
    let (status, lines) = world.ask(audit.body(Vec::new()).unwrap());
    let lines = String::from_utf8(lines).unwrap();
    assert_eq!(status, 200);
    assert!(lines.contains("\"Search\"") && !lines.contains(word), "that it was done, and not for what");
}

#[test]
fn nobody_but_an_officer_searches() {
    let world = World::new();
    for who in [1, 2] {
        assert_eq!(ask(&world, who, &json!({ "waar": "open", "woorden": "verzonnen" })).0, 403);
    }
}
