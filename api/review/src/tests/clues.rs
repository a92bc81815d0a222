//! Closed cases by an exact name, address, number or plate, and the hint about another open case, over HTTP.
use super::meetings::{ADA, BEA, ask, good, world};
use crate::world::World;
use desk::{case, testing::changed_profiles};
use kit::inbox::{arrival, secret::Secret};
use serde_json::{Value, json};
use shared::{
    answer::YesNo,
    calendar::Calendar,
    contract::{Endpoint, SearchPage, examples},
    id::{CaseId, FunctionId},
    report::{Channel, Draft},
};

/// A report that is taken in; one about a colleague is not for Bea, by her function.
fn send(world: &World, which: u8, draft: &Draft) -> CaseId {
    let sent = arrival::accept(&world.desk.inbox, &Secret::from_bytes([which; 16]), draft, Channel::Form {}).unwrap();
    case::take_in(&world.desk).unwrap();
    sent.id
}

fn at(place: &str) -> Draft {
    Draft { place: place.into(), ..examples::draft() }
}

fn not_for_bea(draft: Draft) -> Draft {
    let excluded = FunctionId::parse("zorg-en-veiligheid").into_iter().collect();
    Draft { colleague: Some(YesNo::Yes), excluded, ..draft }
}

fn act(world: &World, id: &CaseId, body: &Value) {
    act_by(world, ADA, id, body);
}

fn act_by(world: &World, who: usize, id: &CaseId, body: &Value) {
    good(world, who, (Endpoint::CommandCase, id.as_str()), Some(body));
}

/// Spoken to, with a form that names somebody, a number and a vehicle; then in the investigation.
fn investigated(world: &World, id: &CaseId) {
    investigated_by(world, ADA, id);
}

fn investigated_by(world: &World, who: usize, id: &CaseId) {
    let today = world.desk.now().day();
    let person = json!({ "rol": "onbekend", "leeftijd": "27+", "omschrijving": "Kees Fictief, lang",
        "tolk": "nee" });
    let form = json!({ "personen": [person], "veiligheid": "Geen direct gevaar.", "kinderenInHuis": "nee",
        "voertuigen": "Witte bus GF-123-K", "telefoons": "06-12345678", "weetVanMelding": "nee" });
    for body in [
        json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Gesproken." } }),
        json!({ "soort": "formulier", "inhoud": form }),
        json!({ "soort": "onderzoek-starten", "inhoud": { "vraag": "Wie woont er?",
            "einddatum": Calendar::default().nth_working_day_after(today, 3) } }),
    ] {
        act_by(world, who, id, &body);
    }
}

fn close(world: &World, id: &CaseId, reason: &str) {
    let told = json!({ "wijze": "gesprek", "tekst": "Verteld", "datum": world.desk.now().day() });
    let end = json!({ "reden": reason, "toelichting": "Staat er al.", "terugkoppeling": told });
    act(world, id, &json!({ "soort": "eerder-afsluiten", "inhoud": end }));
}

fn search(world: &World, who: usize, words: &str) -> SearchPage {
    let body = json!({ "waar": "afgerond", "woorden": words });
    serde_json::from_value(good(world, who, (Endpoint::Search, ""), Some(&body))).unwrap()
}

fn ids(page: &SearchPage) -> Vec<&CaseId> {
    page.rows.iter().map(|row| &row.id).collect()
}

#[test]
fn a_closed_case_is_found_by_an_exact_name_address_number_or_plate() {
    let world = world();
    let id = send(&world, 31, &at("Fantasiekade 12, 7551 AB Verzonnenstad"));
    investigated(&world, &id);
    assert!(search(&world, ADA, "Kees Fictief").rows.is_empty(), "it is open: those are searched in full");
    close(&world, &id, "dubbel");
    for words in ["Kees Fictief", "KEES FICTIEF", "fantasiekade 12", "7551ab 12", "+31 6 12345678", "gf123k"] {
        let page = search(&world, ADA, words);
        assert_eq!((ids(&page), page.searched, page.next), (vec![&id], 1, None), "{words}");
    }
    for words in ["Kees", "Fantasiekade", "Fantasiekade 1", "06-12345679", "Nadia Verzonnen", "074 000 00 00"] {
        assert!(search(&world, ADA, words).rows.is_empty(), "{words}");
    }
    assert!(search(&world, BEA, "Kees Fictief").rows.is_empty(), "it is a colleague's");
    let year = world.desk.now().day().to_string()[..4].parse::<i32>().unwrap();
    for (year, count) in [(year, 1), (year - 1, 0)] {
        let body = json!({ "waar": "afgerond", "woorden": "Kees Fictief", "jaar": year });
        let page = good(&world, ADA, (Endpoint::Search, ""), Some(&body));
        assert_eq!(page["dossiers"].as_array().map(Vec::len), Some(count), "{year}");
    }
}

#[test]
fn what_turned_out_to_be_unfounded_is_not_found_by_name() {
    for reason in ["vergissing", "geen-mensenhandel"] {
        let world = world();
        let id = send(&world, 31, &at("Fantasiekade 12"));
        investigated(&world, &id);
        close(&world, &id, reason);
        for words in ["Kees Fictief", "Fantasiekade 12"] {
            assert!(search(&world, ADA, words).rows.is_empty(), "{reason} {words}");
        }
    }
}

#[test]
fn an_af_whose_own_function_is_excluded_gets_the_answer_of_when_there_is_nothing() {
    let world = world();
    let nothing =
        good(&world, BEA, (Endpoint::Search, ""), Some(&json!({ "waar": "afgerond", "woorden": "Kees Fictief" })));
    // as many as would take more than one request
    for which in 31..36 {
        let id = send(&world, which, &not_for_bea(at("Fantasiekade 12")));
        investigated(&world, &id);
        close(&world, &id, "dubbel");
    }
    for words in ["Kees Fictief", "Fantasiekade 12", "06 12345678", "GF-123-K"] {
        let body = json!({ "waar": "afgerond", "woorden": words });
        assert_eq!(good(&world, BEA, (Endpoint::Search, ""), Some(&body)), nothing, "{words}");
        assert_eq!(search(&world, ADA, words).rows.len(), 5, "{words}");
    }
}

/// The other cases that the page of this case names to this AF.
fn named(world: &World, who: usize, id: &CaseId) -> Vec<(String, Value)> {
    let detail = good(world, who, (Endpoint::Case, id.as_str()), None);
    let alike = detail["zelfdeIn"].as_array().cloned().unwrap_or_default();
    alike.into_iter().map(|one| (one["id"].as_str().unwrap().to_owned(), one["zelfde"].clone())).collect()
}

/// The profiles of this repository, with the hint turned on.
fn hinting(world: &mut World) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = &world.desk.environment().profiles;
    changed_profiles(from, folder.path(), |profile| profile["wenkZelfdeAdres"] = json!(true));
    world.desk.inbox.environment.profiles = folder.path().to_owned();
    folder
}

#[test]
fn the_hint_is_off_until_the_profile_turns_it_on_and_names_only_what_both_may_see() {
    let mut world = world();
    let [adas, beas, anybodys, hidden] = [
        send(&world, 31, &at("Fantasiekade 12")),
        send(&world, 32, &at("Fantasiekade 12")),
        send(&world, 33, &at("fantasiekade 12, boven")),
        send(&world, 34, &not_for_bea(at("Fantasiekade 12"))),
    ];
    investigated_by(&world, ADA, &adas);
    investigated_by(&world, BEA, &beas);
    for id in [&anybodys, &hidden] {
        good(&world, ADA, (Endpoint::Case, id.as_str()), None);
    }
    assert_eq!((named(&world, ADA, &adas), named(&world, BEA, &beas)), (vec![], vec![]), "off");
    let _profiles = hinting(&mut world);
    let address = json!(["adres"]);
    let both = [(anybodys.to_string(), address.clone()), (hidden.to_string(), address.clone())];
    assert_eq!(named(&world, ADA, &adas), both, "not the one of a colleague");
    assert_eq!(named(&world, BEA, &beas), both[..1], "and not the one that is not for her");
    assert_eq!(named(&world, ADA, &anybodys), [], "not in the investigation");
    assert_eq!(ask(&world, BEA, (Endpoint::Case, hidden.as_str()), None).0, 404);
    // no line of the list says so
    let list = good(&world, ADA, (Endpoint::Cases, ""), None).to_string();
    assert!(!list.contains("zelfde"));
    close(&world, &anybodys, "vergissing");
    assert_eq!(named(&world, ADA, &adas), both[1..]);
}

#[test]
fn a_name_alone_is_no_hint_and_a_number_or_plate_is() {
    let mut world = world();
    let [first, second] = [31, 32].map(|which| send(&world, which, &at("")));
    investigated(&world, &first);
    investigated(&world, &second);
    let _profiles = hinting(&mut world);
    assert_eq!(named(&world, ADA, &first), [(second.to_string(), json!(["telefoon", "kenteken"]))]);
    let form = json!({ "personen": [{ "rol": "onbekend", "leeftijd": "27+", "omschrijving": "Kees Fictief",
        "tolk": "nee" }], "veiligheid": "Geen direct gevaar.", "kinderenInHuis": "nee", "weetVanMelding": "nee" });
    act(&world, &second, &json!({ "soort": "formulier", "inhoud": form }));
    assert_eq!(named(&world, ADA, &first), []);
}
