//! A question to the melder over HTTP, and that no note and no task reaches the melder.
use super::meetings::{ADA, BEA, ask, good, world};
use crate::world::World;
use kit::inbox::secret::{Secret, status_key};
use serde_json::{Value, json};
use shared::{calendar::Calendar, case::notes::ReporterAnswer, contract::Endpoint, text::Prose};

/// What is stored of the status of the world's case, all of it, once opened with the code.
fn stored(world: &World) -> Value {
    let status = world.desk.status(&status_key(&Secret::from_bytes([7; 16]).code())).get().unwrap();
    serde_json::to_value(status).unwrap()
}

fn act(world: &World, body: &Value) -> Value {
    good(world, ADA, (Endpoint::CommandCase, world.case.as_str()), Some(body))["dossier"].clone()
}

#[test]
fn the_af_sees_question_and_answer_with_their_days_and_the_line_says_that_one_is_open() {
    let world = world();
    act(&world, &json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Gesproken." } }));
    let before = act(&world, &json!({ "soort": "vraag-melder", "inhoud": { "vraag": "Welke dag was dat?" } }));
    assert_eq!(before["regel"]["openVragen"], 1);
    let line = |world: &World| {
        let rows = good(world, ADA, (Endpoint::Cases, ""), None)["dossiers"].clone();
        let own = rows.as_array().unwrap().iter().find(|row| row["id"] == world.case.as_str()).cloned();
        own.unwrap()["openVragen"].clone()
    };
    assert_eq!(line(&world), 1);
    let slot = world.desk.status(&status_key(&Secret::from_bytes([7; 16]).code()));
    let text = Prose::parse("Het was op maandag.").unwrap();
    slot.answer(&ReporterAnswer::to(0, text, world.desk.now())).unwrap();
    let after = good(&world, ADA, (Endpoint::Case, world.case.as_str()), None);
    assert_eq!(after["antwoorden"][0]["antwoord"], "Het was op maandag.");
    assert!(after["antwoorden"][0]["op"].is_string());
    assert_eq!((&after["revisie"], &after["regel"]["openVragen"]), (&before["revisie"], &Value::Null));
    assert_eq!(line(&world), Value::Null);
    let settle = json!({ "soort": "vraag-melder-klaar", "inhoud": { "vraag": 0, "uitkomst": "Al beantwoord." } });
    assert_eq!(ask(&world, ADA, (Endpoint::CommandCase, world.case.as_str()), Some(&settle)).0, 409);
}

#[test]
fn an_excluded_af_sees_neither_question_nor_answer_and_gets_every_answer_as_if_there_were_none() {
    let world = world();
    act(&world, &json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Gesproken." } }));
    let who = good(&world, BEA, (Endpoint::Session, ""), None)["id"].clone();
    act(&world, &json!({ "soort": "uitsluiten", "inhoud": { "wie": who, "reden": "Familie." } }));
    let looks = |world: &World| {
        let words = json!({ "waar": "open", "woorden": "matrassen maandag" });
        let settle = json!({ "soort": "vraag-melder-klaar", "inhoud": { "vraag": 0, "uitkomst": "Gehoord." } });
        [
            ask(world, BEA, (Endpoint::Case, world.case.as_str()), None),
            ask(world, BEA, (Endpoint::CommandCase, world.case.as_str()), Some(&settle)),
            ask(world, BEA, (Endpoint::Cases, ""), None),
            ask(world, BEA, (Endpoint::Search, ""), Some(&words)),
        ]
    };
    let before = looks(&world);
    act(&world, &json!({ "soort": "vraag-melder", "inhoud": { "vraag": "Zag je de matrassen?" } }));
    let slot = world.desk.status(&status_key(&Secret::from_bytes([7; 16]).code()));
    let text = Prose::parse("Ja, op maandag.").unwrap();
    slot.answer(&ReporterAnswer::to(0, text, world.desk.now())).unwrap();
    assert_eq!(looks(&world), before);
    let seen = good(&world, ADA, (Endpoint::Case, world.case.as_str()), None).to_string();
    assert!(seen.contains("matrassen") && seen.contains("maandag"), "who may see it does");
    assert_eq!(looks(&world), before);
}

#[test]
fn no_note_no_task_and_no_internal_word_is_in_the_melders_status_in_any_step() {
    let world = world();
    let today = world.desk.now().day();
    let until = Calendar::default().nth_working_day_after(today, 3);
    let form = json!({ "personen": [], "veiligheid": "Kanarie-veiligheid", "kinderenInHuis": "nee",
        "weetVanMelding": "nee" });
    let kmt = json!({ "soortCheck": "advies", "vraag": "Kanarie-kmt", "samenvatting": "Kanarie-samenvatting",
        "gevraagdAan": "Kanarie-wie", "datum": today, "antwoord": "Kanarie-antwoord" });
    let told = json!({ "wijze": "gesprek", "tekst": "Kanarie-verteld", "datum": today });
    let note = json!({ "soort": "notitie", "inhoud": { "tekst": "Kanarie-notitie" } });
    let task =
        json!({ "soort": "taak", "inhoud": { "wat": "Kanarie-taak", "wie": "Kanarie-wie", "uiterlijk": until } });
    let done = json!({ "soort": "taak-klaar", "inhoud": { "taak": 0, "uitkomst": "Kanarie-uitkomst" } });
    let question = json!({ "soort": "vraag-melder", "inhoud": { "vraag": "Welke dag was dat?" } });
    let settle = json!({ "soort": "vraag-melder-klaar", "inhoud": { "vraag": 0, "uitkomst": "Kanarie-klaar" } });
    let way = [
        json!({ "soort": "poging", "inhoud": { "note": "Kanarie-poging" } }),
        json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Kanarie-verslag" } }),
        question.clone(),
        settle,
        json!({ "soort": "formulier", "inhoud": form }),
        json!({ "soort": "onderzoek-starten", "inhoud": { "vraag": "Kanarie-vraag", "einddatum": until } }),
        task,
        done,
        json!({ "soort": "kmt-check", "inhoud": kmt }),
        json!({ "soort": "naar-beslismoment" }),
        question,
        json!({ "soort": "eerder-afsluiten", "inhoud": { "reden": "dubbel", "toelichting": "Kanarie-toelichting",
            "terugkoppeling": told } }),
        json!({ "soort": "heropenen", "inhoud": { "reden": "Kanarie-heropend" } }),
    ];
    let mut stages = std::collections::BTreeSet::new();
    for body in way {
        for body in [&body, &note] {
            act(&world, body);
            let seen = stored(&world);
            assert!(!seen.to_string().contains("Kanarie"), "{body}: {seen}");
            stages.insert(seen["voortgang"]["stap"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(stages.len(), 5, "every stage that there is: {stages:?}");
    assert_eq!(stored(&world)["voortgang"]["vragen"][0]["vraag"], "Welke dag was dat?", "the search would find it");
}
