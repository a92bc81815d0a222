//! What goes to a receiver, over HTTP.
use e2e::{Answer, Dossier, People, World, follows, packs, sent, words};
use serde_json::{Value, json};
use shared::{
    case::Refusal,
    contract::{Endpoint, ProblemKind},
};

/// An act on a case; or what may go to the first receiver of a decision, keeping it, what was kept, and its pages.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let (fleur, shared) = (&world.people.fleur, ["vervolgstap.gedeeld"]);
    if endpoint == Endpoint::CommandCase {
        let _code = sent(&world.anyone(), &words::draft());
        return Dossier::newest(fleur).ask(fleur, &words::attempt());
    }
    let case = decided(world).id;
    if endpoint == Endpoint::RegisterPackage {
        return fleur.to_one(endpoint, &case).send();
    }
    let read = packs::look(fleur, &case, 0, &shared);
    if endpoint == Endpoint::Pack {
        return read;
    }
    if endpoint == Endpoint::AgendaPacks {
        return packs::for_tables(fleur);
    }
    if endpoint == Endpoint::AgendaPages {
        let kept = packs::read_and_keep(fleur, &case, 1, &shared);
        return packs::agenda(fleur, RIEC, &[(&case, &kept["vingerafdruk"])]);
    }
    let print = read.good(Endpoint::Pack)["vingerafdruk"].clone();
    let done = packs::keep(fleur, &case, (0, &shared), &print);
    if endpoint == Endpoint::KeepPack {
        return done;
    }
    let print = done.good(Endpoint::KeepPack)["vingerafdruk"].clone();
    if endpoint == Endpoint::PackPages { packs::pages(fleur, &case, &print) } else { packs::kept(fleur, &case, &print) }
}

/// Who gets it there, in [`words::decide`].
const RIEC: &str = "Ontvanger-kanarie twee";

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
    let riec = packs::look(fleur, &case.id, 1, &[]).good(Endpoint::Pack);
    assert!(ids(&riec["keuze"]).contains(&"melding.waar") && riec["stuk"]["onderdelen"] == json!([]));
    let chosen = packs::look(fleur, &case.id, 1, &["melding.waar", "vervolgstap.gedeeld"]).good(Endpoint::Pack);
    assert_eq!(ids(&chosen["stuk"]["onderdelen"]), ["vervolgstap.gedeeld", "melding.waar"]);
    assert_eq!(
        (&chosen["stuk"]["naar"], &chosen["stuk"]["ontvanger"]),
        (&json!("riec"), &json!("Ontvanger-kanarie twee"))
    );
    // advice is asked without a place, also when it is asked for
    let kmt = packs::look(fleur, &case.id, 0, &[]).good(Endpoint::Pack);
    assert!(!ids(&kmt["keuze"]).contains(&"melding.waar"));
    packs::look(fleur, &case.id, 0, &["melding.waar"]).problem(ProblemKind::Refused);
    packs::look(fleur, &case.id, 2, &[]).problem(ProblemKind::Refused);
    packs::look(sem, &case.id, 0, &[]).problem(ProblemKind::NotFound);
    for other in [faye, bo] {
        packs::look(other, &case.id, 0, &[]).problem(ProblemKind::Forbidden);
    }
}

/// By the published schema, for a receiver that has no code of ours.
fn is_as_published(file: &Value) -> bool {
    let schema: Value = serde_json::from_str(include_str!("../../../../docs/schema/stuk.json")).expect("JSON");
    follows(&schema, file)
}

#[test]
fn what_goes_is_kept_as_it_was_read() {
    let world = World::new();
    let People { fleur, sem, faye, bo } = &world.people;
    let mut case = decided(&world);
    let chosen = ["melding.waar", "vervolgstap.gedeeld"];
    let riec = packs::look(fleur, &case.id, 1, &chosen).good(Endpoint::Pack);
    let none = json!("0".repeat(32));
    assert_eq!(
        packs::keep(fleur, &case.id, (1, &chosen), &none).problem(ProblemKind::Refused).refusal(),
        Some(Refusal::PackChanged)
    );
    let print = &riec["vingerafdruk"];
    packs::kept(fleur, &case.id, print).problem(ProblemKind::NotFound);
    let kept = packs::keep(fleur, &case.id, (1, &chosen), print).good(Endpoint::KeepPack);
    let file: Value = serde_json::from_str(kept["bestand"].as_str().expect("a file")).expect("JSON");
    assert_eq!(file, riec["stuk"], "what was read is what is kept");
    assert!(is_as_published(&file));
    let mut more = file.clone();
    more["melder"] = json!("Verzonnen naam");
    assert!(!is_as_published(&more), "and nothing else is in it");
    assert_eq!(packs::keep(fleur, &case.id, (1, &chosen), print).good(Endpoint::KeepPack), kept, "a second press");
    // what changes in the case changes nothing in it
    case.look(fleur);
    case.command(fleur, &words::remark("Later"));
    assert_eq!(packs::kept(fleur, &case.id, print).good(Endpoint::KeptPack), kept);
    let seen = case.look(fleur);
    let told = seen["tijdlijn"].as_array().into_iter().flatten().filter(|one| one["gebeurtenis"] == "stuk-vastgelegd");
    let told: Vec<&Value> = told.map(|one| &one["inhoud"]["vingerafdruk"]).collect();
    assert_eq!(told, [print]);
    // nothing chosen is nothing that goes, and nobody else gets it
    let empty = packs::look(fleur, &case.id, 1, &[]).good(Endpoint::Pack);
    packs::keep(fleur, &case.id, (1, &[]), &empty["vingerafdruk"]).problem(ProblemKind::Refused);
    packs::kept(sem, &case.id, print).problem(ProblemKind::NotFound);
    packs::pages(sem, &case.id, print).problem(ProblemKind::NotFound);
    packs::pages(fleur, &case.id, &none).problem(ProblemKind::NotFound);
    packs::keep(sem, &case.id, (1, &chosen), print).problem(ProblemKind::NotFound);
    for other in [faye, bo] {
        packs::kept(other, &case.id, print).problem(ProblemKind::Forbidden);
        packs::pages(other, &case.id, print).problem(ProblemKind::Forbidden);
        packs::keep(other, &case.id, (1, &chosen), print).problem(ProblemKind::Forbidden);
    }
    let lines = faye.to(Endpoint::Audit).send().good(Endpoint::Audit);
    let made = lines["regels"].as_array().into_iter().flatten().filter(|line| line["wat"] == "KeepPack");
    let made: Vec<&Value> = made.collect();
    assert!(made.iter().any(|line| line["reden"] == "voor riec"), "who keeps it, and for whom: {made:?}");
    let processed = faye.to(Endpoint::Processings).send().good(Endpoint::Processings);
    assert!(processed.to_string().contains("gegevens-verstrekken"));
}

#[test]
fn what_was_kept_goes_to_a_table_together_with_others() {
    let world = World::new();
    let People { fleur, sem, .. } = &world.people;
    let case = decided(&world);
    let (none, chosen) = (json!("0".repeat(32)), ["melding.waar", "vervolgstap.gedeeld"]);
    let print = &packs::read_and_keep(fleur, &case.id, 1, &chosen)["vingerafdruk"];
    let listed = |officer| packs::for_tables(officer).good(Endpoint::AgendaPacks)["stukken"].clone();
    assert_eq!((&listed(fleur)[0]["vingerafdruk"], &listed(fleur)[0]["naar"]), (print, &json!("riec")));
    assert_eq!(listed(sem), json!([]));
    packs::agenda(fleur, RIEC, &[(&case.id, print)]).good(Endpoint::AgendaPages);
    packs::agenda(sem, RIEC, &[(&case.id, print)]).problem(ProblemKind::NotFound);
    packs::agenda(fleur, RIEC, &[(&case.id, print), (&case.id, &none)]).problem(ProblemKind::NotFound);
    packs::agenda(fleur, RIEC, &[]).problem(ProblemKind::BadRequest);
    assert_eq!(
        packs::agenda(fleur, "Een ander", &[(&case.id, print)]).problem(ProblemKind::Refused).refusal(),
        Some(Refusal::PackChanged),
        "what is for another function there"
    );
    let kmt = packs::read_and_keep(fleur, &case.id, 0, &["vervolgstap.gedeeld"]);
    assert_eq!(
        packs::agenda(fleur, RIEC, &[(&case.id, &kmt["vingerafdruk"])]).problem(ProblemKind::Refused).refusal(),
        Some(Refusal::PackChanged),
        "what is for another receiver"
    );
}
