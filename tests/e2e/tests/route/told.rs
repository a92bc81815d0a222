//! Messages and the calendar, over HTTP.
use e2e::{World, sent, words};
use serde_json::json;
use shared::contract::Endpoint;

#[test]
fn a_program_reads_the_calendar_without_a_session_and_the_log_does_not_hold_its_address() {
    let world = World::new();
    let (fleur, anyone) = (&world.people.fleur, world.anyone());
    let choose = |command: &serde_json::Value| {
        fleur.to(Endpoint::ChooseMessages).json(command).send().good(Endpoint::ChooseMessages)
    };
    let made = choose(&words::plain("agenda-nieuw"));
    let secret = made["agenda"].as_str().and_then(|path| path.rsplit('/').next()).expect("an address").to_owned();
    assert!(fleur.to(Endpoint::OwnMessages).send().good(Endpoint::OwnMessages)["agenda"].is_null(), "it is shown once");
    let read = || anyone.to_one(Endpoint::Feed, &secret).send();
    assert!(!read().text().contains("VEVENT"));
    let _code = sent(&anyone, &words::draft());
    let _lines = e2e::open_lines(fleur, 1);
    let calendar = read();
    calendar.good(Endpoint::Feed);
    assert_eq!(calendar.header("cache-control"), "no-store");
    assert!(calendar.text().contains("SUMMARY:Bellen"), "{}", calendar.text());
    assert!(!words::stands_in(&calendar.text()), "the calendar holds words of the case");
    choose(&words::plain("agenda-einde"));
    assert_eq!(read().status, 404);
    assert!(!world.site.log().contains(&secret), "the secret is in the log");
}

#[test]
fn without_a_relay_an_af_can_choose_and_nothing_says_that_messages_go() {
    let world = World::new();
    let fleur = &world.people.fleur;
    let choose =
        json!({ "soort": "kiezen", "inhoud": { "email": "fleur@hengelo.example", "over": ["spoed", "spoed"] } });
    let own = fleur.to(Endpoint::ChooseMessages).json(&choose).send().good(Endpoint::ChooseMessages);
    assert_eq!((&own["perMail"], &own["over"]), (&json!(false), &json!(["spoed"])));
    assert!(fleur.to(Endpoint::Cases).send().good(Endpoint::Cases)["berichten"].is_null());
    assert!(world.anyone().to(Endpoint::Health).send().good(Endpoint::Health)["berichten"].is_null());
    assert!(!world.site.log().contains("fleur@hengelo.example"), "an address is in the log");
}
