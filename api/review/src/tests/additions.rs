//! What the melder adds, over HTTP: who sees it, and a closed case on the list until somebody did something.
use super::meetings::{ADA, BEA, DIA, ask, good, world};
use crate::world::World;
use kit::inbox::secret::{Secret, status_key};
use serde_json::{Value, json};
use shared::{
    case::notes::{About, Addition, AdditionKind, ReporterAnswer},
    contract::Endpoint,
    id::AdditionKey,
    text::Prose,
};

fn adds(world: &World, key: u8, text: &str) {
    let addition = Addition::of_words(AdditionKey::from_bytes(&[key; 16]), AdditionKind::More);
    let sent = ReporterAnswer::new(About::Addition(addition), Prose::parse(text).unwrap(), world.desk.now());
    let slot = world.desk.status(&status_key(&Secret::from_bytes([7; 16]).code()));
    slot.answer(&sent).unwrap().unwrap();
}

fn act(world: &World, body: &Value) {
    good(world, ADA, (Endpoint::CommandCase, world.case.as_str()), Some(body));
}

fn late(world: &World, who: usize) -> usize {
    good(world, who, (Endpoint::Cases, ""), None)["aanvullingen"].as_array().map_or(0, Vec::len)
}

fn work(world: &World) {
    desk::case::take_answers_due(&world.desk).unwrap();
}

/// Ends the case before the decision.
fn end(world: &World) {
    let told = json!({ "wijze": "gesprek", "tekst": "Verteld", "datum": world.desk.now().day() });
    act(world, &json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Gesproken." } }));
    act(
        world,
        &json!({ "soort": "eerder-afsluiten", "inhoud": { "reden": "dubbel", "toelichting": "Al bekend.",
        "terugkoppeling": told } }),
    );
}

#[test]
fn the_af_reads_an_addition_in_the_case_and_one_to_a_closed_case_is_on_the_list() {
    let world = world();
    let before = good(&world, ADA, (Endpoint::Case, world.case.as_str()), None);
    adds(&world, 1, "Er kwam een auto bij.");
    let seen = good(&world, ADA, (Endpoint::Case, world.case.as_str()), None);
    assert_eq!(seen["antwoorden"][0]["antwoord"], "Er kwam een auto bij.");
    assert_eq!(seen["antwoorden"][0]["aanvulling"]["soort"], "aanvulling");
    assert_eq!(seen["revisie"], before["revisie"], "nobody's act is stale by it");
    end(&world);
    assert_eq!(late(&world, ADA), 0, "whoever closed it could read it");
    adds(&world, 2, "Hij is terug.");
    work(&world);
    assert_eq!((late(&world, ADA), late(&world, DIA)), (1, 0), "a colleague does not have it");
    let listed = good(&world, ADA, (Endpoint::Cases, ""), None)["aanvullingen"][0].clone();
    assert_eq!((&listed["dossier"], &listed["waarom"]), (&json!(world.case.as_str()), &json!("aanvulling")));
    assert!(!listed.to_string().contains("terug"), "and not what it says: {listed}");
    let kept = good(&world, ADA, (Endpoint::Requests, ""), None);
    assert_eq!(kept["terugkomdagen"], Value::Null, "it is no day on which informing is looked at again");
    act(&world, &json!({ "soort": "notitie", "inhoud": { "tekst": "Gelezen en doorgegeven." } }));
    assert_eq!(late(&world, ADA), 0);
}

#[test]
fn an_excluded_af_gets_every_answer_as_if_nothing_was_added() {
    let world = world();
    let who = good(&world, BEA, (Endpoint::Session, ""), None)["id"].clone();
    act(&world, &json!({ "soort": "uitsluiten", "inhoud": { "wie": who, "reden": "Familie." } }));
    end(&world);
    let looks = |world: &World| {
        let words = json!({ "waar": "afgerond", "woorden": "matrassen" });
        [
            ask(world, BEA, (Endpoint::Case, world.case.as_str()), None),
            ask(world, BEA, (Endpoint::Cases, ""), None),
            ask(world, BEA, (Endpoint::Requests, ""), None),
            ask(world, BEA, (Endpoint::Search, ""), Some(&words)),
        ]
    };
    let before = looks(&world);
    adds(&world, 1, "Ik zag de matrassen weer.");
    work(&world);
    assert_eq!(late(&world, ADA), 1);
    assert_eq!(looks(&world), before);
}
