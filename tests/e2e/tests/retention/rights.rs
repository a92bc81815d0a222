use super::{destroy::right, support::Old};
use e2e::{Dossier, World, sent, words};
use serde_json::{Value, json};
use shared::contract::{Endpoint, ProblemKind, examples};

#[test]
fn a_request_is_decided_together_and_the_copy_shows_neither_melder_nor_others() {
    let world = World::new();
    let fg = &world.people.faye;
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let _code = sent(&world.anyone(), &words::draft());
    let id = Dossier::newest(fleur).id;
    let today = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases)["vandaag"].clone();
    let nothing = json!({ "verzoek": 0, "vrijgegeven": [] });
    let copy = |question: &Value| fleur.to_one(Endpoint::AccessCopy, &id).json(question).send();
    copy(&nothing).problem(ProblemKind::Refused);
    let request = json!({ "recht": "inzage", "ontvangenOp": today, "identiteitVastgesteld": "ja" });
    right(fleur, &id, "verzoek", &request).good(Endpoint::CommandRights);
    let open = fg.to(Endpoint::Requests).send().good(Endpoint::Requests);
    assert_eq!(open["verzoeken"][0]["recht"], "inzage");
    assert_eq!(open["verzoeken"][0]["advies"], Value::Null);
    let decide = |tag: &Value, agreed: &str| {
        let ask = fg.to_one(Endpoint::DecideRequest, &id).if_match(&format!("\"{tag}\""));
        ask.json(&json!({ "verzoek": 0, "akkoord": agreed })).send()
    };
    decide(&open["verzoeken"][0]["revisie"], "ja").problem(ProblemKind::Refused);
    let advice =
        json!({ "verzoek": 0, "besluit": "toewijzen", "grond": "avg-15-21", "motivering": "Verzonnen", "tot": null });
    right(sem, &id, "verzoek-advies", &advice).good(Endpoint::CommandRights);
    let open = fg.to(Endpoint::Requests).send().good(Endpoint::Requests);
    assert!(!words::stands_in(&open.to_string()) && !open.to_string().contains("Verzonnen"), "the FG sees content");
    decide(&json!(1), "ja").problem(ProblemKind::Stale);
    let after = decide(&open["verzoeken"][0]["revisie"], "ja").good(Endpoint::DecideRequest);
    assert_eq!(after["verzoeken"], json!([]));
    let answer = copy(&nothing).good(Endpoint::AccessCopy);
    let choice = answer["keuze"].as_array().expect("passages").clone();
    assert!(!choice.is_empty());
    let all: Vec<&Value> = choice.iter().map(|passage| &passage["id"]).collect();
    let whole = copy(&json!({ "verzoek": 0, "vrijgegeven": all })).good(Endpoint::AccessCopy);
    let draft = words::draft();
    // what was looked for and not found is said to the AF, who sees the melder, and is no part of the copy
    let copied = |answer: &Value| {
        let mut copied = answer.clone();
        assert!(copied["nietGevonden"].take().is_array());
        copied.to_string()
    };
    for (text, what) in [(copied(&answer), "nothing released"), (copied(&whole), "all released")] {
        for secret in [&draft.name, &draft.team, &draft.phone, &draft.email] {
            assert!(!secret.is_empty() && !text.contains(secret), "{what}: {secret} is in the copy");
        }
    }
    assert!(whole["document"].as_str().is_some_and(|page| page.starts_with("<!doctype html>")));
}

#[test]
fn who_asks_is_established_later_and_a_granted_erasure_stays_on_the_list() {
    let world = World::new();
    let (fleur, fg) = (&world.people.fleur, &world.people.faye);
    let _code = sent(&world.anyone(), &words::draft());
    let id = Dossier::newest(fleur).id;
    let today = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases)["vandaag"].clone();
    let request = json!({ "recht": "wissing", "ontvangenOp": today, "identiteitVastgesteld": "nee" });
    right(fleur, &id, "verzoek", &request).good(Endpoint::CommandRights);
    let open = || fg.to(Endpoint::Requests).send().good(Endpoint::Requests)["verzoeken"][0].clone();
    assert_eq!(open()["identiteitVastgesteld"], false);
    let advice =
        json!({ "verzoek": 0, "besluit": "toewijzen", "grond": "avg-15-21", "motivering": "Verzonnen", "tot": null });
    right(fleur, &id, "verzoek-advies", &advice).problem(ProblemKind::Refused);
    let known = json!({ "verzoek": 0, "vastgesteldOp": today });
    right(fleur, &id, "identiteit-vastgesteld", &known).good(Endpoint::CommandRights);
    right(fleur, &id, "verzoek-advies", &advice).good(Endpoint::CommandRights);
    let tag = format!("\"{}\"", open()["revisie"]);
    let agree = fg.to_one(Endpoint::DecideRequest, &id).if_match(&tag);
    let after = agree.json(&json!({ "verzoek": 0, "akkoord": "ja" })).send().good(Endpoint::DecideRequest);
    assert_eq!(after["verzoeken"][0]["toegewezen"], true, "until it is carried out");
}

#[test]
fn a_correction_and_informing_are_kept_in_the_timeline() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let _code = sent(&world.anyone(), &words::draft());
    let id = Dossier::newest(fleur).id;
    let story = Dossier::of(fleur, &id).look(fleur)["melding"]["verhaal"].clone();
    let correction = serde_json::to_value(examples::correction().expect("the example is valid")).expect("JSON");
    right(fleur, &id, "corrigeren", &correction["inhoud"]).good(Endpoint::CommandRights);
    let today = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases)["vandaag"].clone();
    right(fleur, &id, "ingelicht", &json!({ "wijze": "brief", "datum": today })).good(Endpoint::CommandRights);
    let detail = Dossier::of(fleur, &id).look(fleur);
    assert_eq!(detail["melding"]["verhaal"], story, "the words of the report are what they were");
    let what: Vec<&Value> =
        detail["tijdlijn"].as_array().expect("a timeline").iter().map(|e| &e["inhoud"]["wat"]).collect();
    assert_eq!(what, ["gecorrigeerd", "ingelicht"]);
}

#[test]
fn the_processing_record_names_no_user_and_no_case() {
    let old = Old::new(1);
    let (fleur, fg) = (&old.world.people.fleur, &old.fg);
    let id = &old.ids[0];
    let before = fg.to(Endpoint::Processings).send().good(Endpoint::Processings);
    let _seen = Dossier::of(fleur, id);
    old.world.people.bo.to_one(Endpoint::Case, id).send().problem(ProblemKind::Forbidden);
    fleur.to(Endpoint::Processings).send().problem(ProblemKind::Forbidden);
    let page = fg.to(Endpoint::Processings).send().good(Endpoint::Processings);
    let lines = page["verwerkingen"].as_array().expect("lines");
    assert_eq!(lines.len(), before["verwerkingen"].as_array().expect("lines").len() + 1, "what was refused is none");
    let (newest, text) = (&lines[0], page.to_string());
    assert_eq!((&newest["activiteit"], &newest["grondslag"]), (&json!("dossier-inzien"), &json!("avg-6-1-e")));
    let session = fleur.to(Endpoint::Session).send().good(Endpoint::Session);
    assert!(!text.contains(session["id"].as_str().expect("an id")) && !text.contains(id.as_str()), "{text}");
    let audit = fg.to(Endpoint::Audit).query("wat=Case").send().good(Endpoint::Audit);
    let same = audit["regels"].as_array().expect("lines").iter().find(|line| line["spoor"] == newest["spoor"]);
    assert_eq!(same.map(|line| &line["waarop"]), Some(&json!(id)), "the trace leads to the audit line");
}
