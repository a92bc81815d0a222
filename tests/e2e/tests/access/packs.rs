//! What goes to a receiver, over HTTP.
use e2e::{Answer, Client, Dossier, People, World, sent, words};
use serde_json::{Value, json};
use shared::contract::{Endpoint, ProblemKind};

/// An act on a case, or the pack for the first receiver of a decision.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let fleur = &world.people.fleur;
    if endpoint == Endpoint::Pack {
        return ask(fleur, &decided(world).id, 0, &[]);
    }
    let _code = sent(&world.anyone(), &words::draft());
    Dossier::newest(fleur).ask(fleur, &words::attempt())
}

fn ask(officer: &Client, case: &str, referral: usize, chosen: &[&str]) -> Answer {
    officer.to_one(Endpoint::Pack, case).json(&json!({ "vervolgstap": referral, "gekozen": chosen })).send()
}

/// A case of Fleur's, with a decision to ask KMT and to tell the RIEC.
fn decided(world: &World) -> Dossier {
    let People { fleur, sem, .. } = &world.people;
    let _code = sent(&world.anyone(), &words::draft());
    let (mut case, today) = (Dossier::newest(fleur), words::today(fleur));
    let way = [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)];
    for command in way.iter().chain(&[words::to_decision(), words::decide(&today)]) {
        case.command(fleur, command);
    }
    case.command(sem, &words::agree());
    case.look(fleur);
    case
}

fn ids(items: &Value) -> Vec<&str> {
    items.as_array().into_iter().flatten().filter_map(|item| item["id"].as_str()).collect()
}

#[test]
fn a_pack_holds_what_was_chosen_from_what_may_go_there() {
    let world = World::new();
    let People { fleur, sem, faye, bo } = &world.people;
    let case = decided(&world);
    let riec = ask(fleur, &case.id, 1, &[]).good(Endpoint::Pack);
    assert!(ids(&riec["keuze"]).contains(&"melding.waar") && riec["stuk"]["onderdelen"] == json!([]));
    let chosen = ask(fleur, &case.id, 1, &["melding.waar", "vervolgstap.gedeeld"]).good(Endpoint::Pack);
    assert_eq!(ids(&chosen["stuk"]["onderdelen"]), ["vervolgstap.gedeeld", "melding.waar"]);
    assert_eq!(
        (&chosen["stuk"]["naar"], &chosen["stuk"]["ontvanger"]),
        (&json!("riec"), &json!("Ontvanger-kanarie twee"))
    );
    // advice is asked without a place, also when it is asked for
    let kmt = ask(fleur, &case.id, 0, &[]).good(Endpoint::Pack);
    assert!(!ids(&kmt["keuze"]).contains(&"melding.waar"));
    ask(fleur, &case.id, 0, &["melding.waar"]).problem(ProblemKind::Refused);
    ask(fleur, &case.id, 2, &[]).problem(ProblemKind::Refused);
    ask(sem, &case.id, 0, &[]).problem(ProblemKind::NotFound);
    for other in [faye, bo] {
        ask(other, &case.id, 0, &[]).problem(ProblemKind::Forbidden);
    }
    let lines = faye.to(Endpoint::Audit).send().good(Endpoint::Audit);
    let made = lines["regels"].as_array().into_iter().flatten().filter(|line| line["wat"] == "Pack");
    let made: Vec<&Value> = made.collect();
    assert!(made.iter().any(|line| line["reden"] == "voor riec"), "who puts it together, and for whom: {made:?}");
    let processed = faye.to(Endpoint::Processings).send().good(Endpoint::Processings);
    assert!(processed.to_string().contains("gegevens-verstrekken"));
}
