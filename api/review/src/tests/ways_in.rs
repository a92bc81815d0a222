//! The ways in which an AF takes a report in, over HTTP.
use super::meetings::{ADA, ask, good, world};
use crate::world::World;
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, examples},
    report::{CallFirst, ColleagueDraft, Draft, KmtDraft, WayIn},
};

fn from_kmt(day: &str) -> Draft {
    let kmt = KmtDraft { who: "Procesmanager".into(), day: day.into(), reference: "K-17".into() };
    Draft { way: Some(WayIn::Kmt), kmt, name: String::new(), phone: String::new(), ..examples::draft() }
}

/// Takes it in; gives the answer and the case.
fn take_in(world: &World, draft: &Draft) -> (Value, Value) {
    let made = good(world, ADA, (Endpoint::AddCase, ""), Some(&json!(draft)));
    let case = good(world, ADA, (Endpoint::Case, made["id"].as_str().unwrap()), None);
    (made, case)
}

#[test]
fn a_signal_from_kmt_has_no_melder_no_code_and_nobody_to_call() {
    let world = world();
    let today = world.desk.now().day();
    let (made, case) = take_in(&world, &from_kmt(&today.to_string()));
    assert_eq!(made["ontvangst"], Value::Null);
    assert_eq!((&case["stap"], &case["regel"]["zonderContact"]), (&json!("contact"), &json!("geen-melder")));
    assert_eq!((&case["kanaal"]["weg"], &case["regel"]["uiterlijk"]), (&json!("kmt"), &Value::Null));
    assert_eq!(case["melding"]["kmt"]["kenmerk"], "K-17");
    assert_eq!(case["melding"].get("melder"), None);
    let id = case["id"].as_str().unwrap();
    for (kind, content) in [
        ("nieuwe-code", Value::Null),
        ("vraag-melder", json!({ "vraag": "Welke dag was dat?" })),
        ("alsnog-contact", json!({ "wijze": "telefoon", "verslag": null })),
    ] {
        let act = json!({ "soort": kind, "inhoud": content });
        let (status, answer) = ask(&world, ADA, (Endpoint::CommandCase, id), Some(&act));
        assert_eq!((status, &answer["errors"][0]["code"]), (409, &json!("geen-melder")), "{kind}: {answer}");
        assert!(!case["opdrachten"].as_array().unwrap().contains(&json!(kind)));
    }
    let tomorrow = today.succ_opt().unwrap();
    let late = json!(from_kmt(&tomorrow.to_string()));
    let (status, answer) = ask(&world, ADA, (Endpoint::AddCase, ""), Some(&late));
    assert_eq!((status, &answer["errors"][0]["pointer"]), (400, &json!("/kmt/dag")), "{answer}");
}

#[test]
fn what_the_af_heard_at_the_desk_is_not_typed_again() {
    let world = world();
    let draft = Draft { way: Some(WayIn::Desk), ..examples::draft() };
    let (made, case) = take_in(&world, &draft);
    assert!(made["ontvangst"]["ontvangstcode"].is_string());
    assert_eq!(
        (&case["kanaal"]["weg"], &case["stap"]),
        (&json!("balie"), &json!("gemeld")),
        "contact is never by itself"
    );
    let id = case["id"].as_str().unwrap();
    let contact = good(&world, ADA, (Endpoint::Conversation, id), None)["concept"]["contact"].clone();
    assert_eq!(contact["wijze"], "gesprek");
    assert!(contact["gebeurdOp"].is_string());
    let act = json!({ "soort": "contact", "inhoud": contact });
    let done = good(&world, ADA, (Endpoint::CommandCase, id), Some(&act))["dossier"].clone();
    assert_eq!(done["stap"], "contact");
}

#[test]
fn the_case_says_who_saw_it_and_who_is_called_first() {
    let world = world();
    let (name, phone) = ("Bo Fictief".to_owned(), "074 111 11 11".to_owned());
    let behalf = ColleagueDraft { name, phone, first: Some(CallFirst::Colleague) };
    let (_, case) = take_in(&world, &Draft { way: Some(WayIn::Colleague), behalf, ..examples::draft() });
    let melder = &case["melding"]["melder"];
    assert_eq!((&melder["namens"]["naam"], &melder["naam"]), (&json!("Bo Fictief"), &json!("Nadia Verzonnen")));
    assert_eq!(melder["namens"]["eerstBellen"], "collega");
}
