//! All errors of a request are reported at once, in a problem document that repeats nothing of the request.
use e2e::{Answer, Ask, Dossier, World, fresh_key, sent, words};
use serde_json::{Value, json};
use shared::contract::{Endpoint, Method, Problem, ProblemKind, openapi};

/// A request to every endpoint that takes a body, by an allowed role and with all required headers.
fn with_body(world: &World) -> Vec<(Endpoint, Ask)> {
    use shared::access::Role;
    // for a case that does not exist for the caller, the request is not read
    let _code = sent(&world.anyone(), &words::draft());
    let (case, nobody) = (Dossier::newest(&world.people.fleur).id, "0".repeat(32));
    let (_account, adviser) = world.people.add(&world.host, &format!("kai.{}", &fresh_key()[..8]), Role::Adviser);
    let ask = |endpoint: &Endpoint| {
        let may = |role| endpoint.access().allows(Some(role));
        let client = match (may(Role::Officer), may(Role::Administrator)) {
            (true, _) => &world.people.fleur,
            (false, true) => &world.people.bo,
            (false, false) if may(Role::Adviser) => &adviser,
            (false, false) => &world.people.faye,
        };
        let of_case = ["/dossiers/", "/bewaren/", "/verzoeken/"].iter().any(|path| endpoint.path().starts_with(path));
        let id = if of_case { case.as_str() } else { nobody.as_str() };
        let ask = client.to_one(*endpoint, id).key(&fresh_key()).if_match("\"1\"");
        (*endpoint, ask)
    };
    Endpoint::ALL.iter().filter(|endpoint| endpoint.body().is_some()).map(ask).collect()
}

fn pointers(problem: &Problem) -> Vec<&str> {
    problem.errors.iter().map(|error| error.pointer.as_str()).collect()
}

/// The problem, which repeats nothing of `sent`.
fn silent(answer: &Answer, kind: ProblemKind, sent: &[&str]) -> Problem {
    let text = answer.text().to_lowercase();
    for word in sent {
        assert!(!text.contains(&word.to_lowercase()), "{word} is repeated: {text}");
    }
    answer.problem(kind)
}

#[test]
fn a_body_that_is_not_json_is_refused_everywhere() {
    let world = World::shared();
    let asks = with_body(&world);
    assert!(asks.len() >= 8, "openapi.json has lost its bodies");
    for (endpoint, ask) in asks {
        for broken in ["", "{", "kanarie", "{\"a\":1}}", "[1,", "\u{feff}{}", "{\"verhaal\": \"kanarie\n\"}"] {
            let answer = ask.clone().typed("application/json", broken).send();
            let problem = silent(&answer, ProblemKind::BadRequest, &["kanarie"]);
            assert_eq!(pointers(&problem), [""], "{endpoint:?} {broken}");
        }
        let not_utf8 = ask.clone().typed("application/json", [b'"', 0xff, 0xfe, b'"'].as_slice()).send();
        not_utf8.problem(ProblemKind::BadRequest);
    }
}

#[test]
fn another_type_than_json_is_415_everywhere() {
    let world = World::shared();
    for (endpoint, ask) in with_body(&world) {
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""]
        {
            let answer = ask.clone().typed(kind, "kanarie=kanarie").send();
            silent(&answer, ProblemKind::UnsupportedType, &["kanarie"]);
            assert_eq!(answer.status, 415, "{endpoint:?} {kind}");
        }
    }
    // with a character set it is still JSON
    let ask = world.anyone().to(Endpoint::SendReport).key(&fresh_key());
    let body = serde_json::to_vec(&words::draft()).expect("a draft");
    ask.typed("application/json; charset=utf-8", body).send().good(Endpoint::SendReport);
}

#[test]
fn an_unknown_field_is_named_everywhere() {
    let world = World::shared();
    for (endpoint, ask) in with_body(&world) {
        let (_, mut body) = openapi::examples_of(endpoint).swap_remove(0);
        body["bsn"] = json!("kanarie");
        let problem = silent(&ask.json(&body).send(), ProblemKind::BadRequest, &["kanarie"]);
        assert!(pointers(&problem).contains(&"/?"), "{endpoint:?}: {:?}", problem.errors);
    }
}

#[test]
fn all_errors_of_a_report_are_named_at_once() {
    let world = World::shared();
    let ask = || world.anyone().to(Endpoint::SendReport).key(&fresh_key());
    // the shape: wrong types, unknown values, unknown fields
    let mut body = serde_json::to_value(words::draft()).expect("a draft");
    body["verhaal"] = json!(7);
    body["vormen"] = json!("kanarie-vorm");
    body["onderwerp"] = json!("kanarie-onderwerp");
    body["signalen"] = json!([{ "id": "kanarie-signaal", "herkomst": "kanarie" }, 3]);
    body["veiligThuis"] = json!({ "vreemd~veld/x": 1 });
    let problem = silent(&ask().json(&body).send(), ProblemKind::BadRequest, &["kanarie-", "\"7\""]);
    let named = pointers(&problem);
    for pointer in ["/verhaal", "/vormen", "/onderwerp", "/signalen/1"] {
        assert!(named.contains(&pointer), "{pointer} is missing in {named:?}");
    }
    assert!(named.iter().any(|pointer| pointer.starts_with("/signalen/0/")), "{named:?}");
    assert!(named.iter().any(|pointer| pointer.starts_with("/veiligThuis/")), "{named:?}");

    // the meaning: an empty report, and one in which several things are wrong
    let empty = ask().json(&json!({})).send().problem(ProblemKind::InvalidReport);
    let required = ["/onderwerp", "/vormen", "/verhaal", "/collega", "/minderjarig", "/acuut", "/naam", "/telefoon"];
    for pointer in required {
        assert!(empty.errors.iter().any(|e| e.pointer == pointer && e.code == "verplicht"), "{pointer}: {empty:?}");
    }
    let mut body = serde_json::to_value(words::full_draft()).expect("a draft");
    body["telefoon"] = json!("kanarie");
    body["email"] = json!("kanarie");
    body["verhaal"] = json!("kanarie ".repeat(600));
    body["gebeld112"] = Value::Null;
    body["veiligThuis"]["wie"] = json!("");
    body["vormen"] = json!(["arbeid", "arbeid"]);
    let problem = silent(&ask().json(&body).send(), ProblemKind::InvalidReport, &["kanarie"]);
    let expected = ["/vormen", "/verhaal", "/gebeld112", "/veiligThuis/wie", "/telefoon", "/email"];
    assert_eq!(pointers(&problem), expected);
}

#[test]
fn all_errors_of_a_command_are_named_at_once() {
    let world = World::shared();
    let (_, ask) = with_body(&world).into_iter().find(|(e, _)| *e == Endpoint::CommandCase).expect("commands");
    // the shape: values that are not in a list, fields that are not text
    let mut body = words::decide("2026-04-24");
    body["inhoud"]["inschatting"] = json!("kanarie-inschatting");
    body["inhoud"]["duiding"] = json!(7);
    body["inhoud"]["vervolgstappen"][1]["naar"] = json!("kanarie-plek");
    let problem = silent(&ask.clone().json(&body).send(), ProblemKind::BadRequest, &["kanarie-"]);
    for pointer in ["/inhoud/duiding", "/inhoud/inschatting", "/inhoud/vervolgstappen/1/naar"] {
        assert!(pointers(&problem).contains(&pointer), "{pointer} is missing: {:?}", problem.errors);
    }
    // the meaning, by the same check as the dialog
    let mut body = words::decide("2026-04-24");
    body["inhoud"]["duiding"] = json!("");
    body["inhoud"]["inschatting"] = Value::Null;
    body["inhoud"]["vervolgstappen"][0]["datum"] = json!("kanarie-dag");
    let problem = silent(&ask.clone().json(&body).send(), ProblemKind::BadRequest, &["kanarie-"]);
    for pointer in ["/inhoud/duiding", "/inhoud/inschatting", "/inhoud/vervolgstappen/0/datum"] {
        assert!(pointers(&problem).contains(&pointer), "{pointer} is missing: {:?}", problem.errors);
    }
    for body in [json!({ "soort": "kanarie" }), json!([]), json!(null), json!({}), json!("kanarie"), json!(1e300)] {
        silent(&ask.clone().json(&body).send(), ProblemKind::BadRequest, &["kanarie"]);
    }
}

#[test]
fn a_wrong_method_is_405_with_the_allowed_ones_and_a_wrong_path_404() {
    let world = World::shared();
    for endpoint in Endpoint::ALL {
        let here = |method: &Method| Endpoint::ALL.iter().any(|e| e.path() == endpoint.path() && e.method() == *method);
        let id = "0".repeat(32);
        let wrong = [(Method::Get, "GET"), (Method::Post, "POST"), (Method::Delete, "DELETE")];
        let wrong = wrong.iter().filter(|(method, _)| !here(method)).map(|(_, name)| *name).chain(["PUT", "PATCH"]);
        for method in wrong {
            let answer = world.people.fleur.request(method, &endpoint.url(&id)).send();
            answer.problem(ProblemKind::MethodNotAllowed);
            let allow = answer.header("allow");
            assert!(allow.contains(&endpoint.method().to_string()), "{method} {endpoint:?}: Allow is \"{allow}\"");
            assert!(!allow.contains(method), "{method} {endpoint:?}: Allow is \"{allow}\"");
        }
    }
    let nowhere = ["/api/v1", "/api/v1/", "/api/v1/kanarie", "/api/v1/meldingen/", "/api/v1/meldingen/kanarie"];
    let more = ["/api/v1/dossiers/", "/api/v1/gezondheid/", "/api/v1/openapi.json/", "/api/v2/dossiers", "/api"];
    for path in nowhere.into_iter().chain(more) {
        let answer = world.people.fleur.request("GET", path).send();
        assert!(!answer.text().contains("kanarie"), "{path}");
        answer.problem(ProblemKind::NotFound);
    }
}

#[test]
fn a_query_that_makes_no_sense_is_named() {
    let world = World::shared();
    let ask = |query: &str| world.people.fleur.to(Endpoint::Cases).query(query).send();
    let answer = ask("stap=kanarie&pagina=0&naam=kanarie");
    let problem = silent(&answer, ProblemKind::BadRequest, &["kanarie"]);
    assert_eq!(problem.errors.len(), 3, "{:?}", problem.errors);
    for query in ["pagina=-1", "pagina=1e3", "pagina=99999999999", "stap", "stap=", "%FF=1"] {
        assert_eq!(ask(query).problem(ProblemKind::BadRequest).errors.len(), 1, "{query}");
    }
}
