//! Care and health, from request to answer: no endpoint gives a word of it to whoever has to open it first.
use super::meetings::{ADA, BEA, DIA, ask, asked, good, world};
use crate::world::World;
use serde_json::{Value, json};
use shared::{
    access::Role,
    contract::{Endpoint, Served, openapi},
};

/// Stands nowhere else.
const SECRET: &str = "zorgkanarie";
/// The beheerder and the FG, after the three AFs.
const OTHERS: [(usize, Role); 2] = [(3, Role::Administrator), (4, Role::PrivacyOfficer)];
/// What gives the words, to whoever may read them.
const CARE: [Endpoint; 3] = [Endpoint::Care, Endpoint::AddCare, Endpoint::OpenCare];

fn id(world: &World) -> String {
    world.case.as_str().to_owned()
}

fn opening() -> Value {
    json!({ "grond": "besluit", "reden": "Verzonnen reden voor het overleg" })
}

/// A case with an entry of Ada, whose function is from zorg; Bea's is from veiligheid.
fn written() -> World {
    let mut world = world();
    let entry = json!({ "tekst": format!("Iets verzonnen over een {SECRET}") });
    good(&world, ADA, (Endpoint::AddCare, &id(&world)), Some(&entry));
    // so that it is in searches, on a list and on an agenda
    let note = json!({ "soort": "notitie", "inhoud": { "tekst": "Een gewone notitie" } });
    good(&world, ADA, (Endpoint::CommandCase, &id(&world)), Some(&note));
    world.keep();
    world
}

/// Every endpoint with every example, and searches for the word itself: which answers hold it.
fn leaks(world: &World, who: usize, role: Role) -> Vec<Endpoint> {
    let mut found = Vec::new();
    for endpoint in Endpoint::ALL.iter().copied().filter(|one| matches!(one.served(), Served::Review(_))) {
        if !endpoint.access().allows(Some(role)) || endpoint.is_page() {
            continue;
        }
        let mut bodies: Vec<Option<Value>> =
            openapi::examples_of(endpoint).into_iter().map(|(_, body)| Some(body)).collect();
        if endpoint == Endpoint::Search {
            bodies.extend(["open", "afgerond"].map(|place| Some(json!({ "waar": place, "woorden": SECRET }))));
        }
        if bodies.is_empty() {
            bodies.push(None);
        }
        for body in bodies {
            // opening it is what makes the difference: it is tried apart
            if endpoint == Endpoint::OpenCare {
                continue;
            }
            world.put_back();
            let (_, answer) = asked(world, who, (endpoint, &id(world)), body.as_ref());
            if String::from_utf8_lossy(&answer).to_lowercase().contains(SECRET) {
                found.push(endpoint);
            }
        }
    }
    found.dedup();
    found
}

/// Function × opened or not × endpoint.
#[test]
fn no_answer_of_any_endpoint_holds_a_word_for_whoever_did_not_open_it() {
    let world = written();
    assert_eq!(leaks(&world, ADA, Role::Officer), [Endpoint::Care, Endpoint::AddCare], "from zorg");
    assert_eq!(leaks(&world, DIA, Role::Officer), [Endpoint::Care, Endpoint::AddCare], "from zorg, another AF");
    assert_eq!(leaks(&world, BEA, Role::Officer), [], "from veiligheid");
    for (who, role) in OTHERS {
        assert_eq!(leaks(&world, who, role), [], "{role:?}");
    }
}

#[test]
fn who_opened_it_reads_it_in_its_own_place_and_nowhere_else() {
    let mut world = written();
    let before = good(&world, BEA, (Endpoint::Care, &id(&world)), None);
    assert_eq!((&before["stand"], before["regels"][0].get("tekst")), (&json!("dicht"), None));
    assert!(before["regels"][0]["door"].is_string() && before["regels"][0]["op"].is_string());
    let after = good(&world, BEA, (Endpoint::OpenCare, &id(&world)), Some(&opening()));
    assert!(after["stand"] == "geopend" && after["regels"][0]["tekst"].as_str().unwrap().contains(SECRET));
    world.keep();
    assert_eq!(leaks(&world, BEA, Role::Officer), [Endpoint::Care, Endpoint::AddCare]);
    assert!(CARE.iter().all(|one| one.access().allows(Some(Role::Officer))));
    for (who, role) in OTHERS {
        assert_eq!(leaks(&world, who, role), [], "{role:?}");
        assert_eq!(ask(&world, who, (Endpoint::OpenCare, &id(&world)), Some(&opening())).0, 403, "{role:?}");
    }
}

/// The AF of the case sees by whom, on which ground and why; the FG sees by whom, when and on which ground.
#[test]
fn an_opening_is_seen_in_the_case_and_in_the_audit() {
    let world = written();
    good(&world, BEA, (Endpoint::OpenCare, &id(&world)), Some(&opening()));
    let detail = good(&world, ADA, (Endpoint::Case, &id(&world)), None);
    let last = detail["tijdlijn"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["gebeurtenis"], "zorg-geopend");
    assert_eq!(last["inhoud"], opening());
    let page = good(&world, 4, (Endpoint::Audit, ""), None);
    let lines = page["regels"].as_array().unwrap();
    let line = lines.iter().find(|line| line["wat"] == "OpenCare").unwrap();
    assert!(line["reden"].as_str().unwrap().starts_with("besluit;"), "{line}");
    assert!(!line.to_string().contains("Verzonnen reden"), "the words stay in the case");
    assert!(lines.iter().any(|line| line["wat"] == "AddCare"));
}

#[test]
fn a_restricted_case_takes_no_entry_and_a_closed_one_does() {
    let world = written();
    let entry = json!({ "tekst": "Nog iets verzonnens" });
    let told = json!({ "wijze": "telefoon", "tekst": "Verteld.", "datum": world.desk.now().day() });
    let end = json!({ "reden": "dubbel", "toelichting": "Staat al in een ander dossier.", "terugkoppeling": told });
    let end = json!({ "soort": "eerder-afsluiten", "inhoud": end });
    good(&world, ADA, (Endpoint::CommandCase, &id(&world)), Some(&end));
    good(&world, ADA, (Endpoint::AddCare, &id(&world)), Some(&entry));
    let restrict = json!({ "soort": "beperken", "inhoud": { "reden": "De betrokkene bestrijdt het" } });
    good(&world, ADA, (Endpoint::CommandCase, &id(&world)), Some(&restrict));
    let (status, refused) = ask(&world, ADA, (Endpoint::AddCare, &id(&world)), Some(&json!({ "tekst": "Te laat" })));
    assert_eq!((status, refused["errors"][0]["code"].as_str()), (409, Some("verwerking-beperkt")), "{refused}");
    let view = good(&world, ADA, (Endpoint::Care, &id(&world)), None);
    assert_eq!((&view["magSchrijven"], view["regels"].as_array().unwrap().len()), (&json!(false), 2));
}
