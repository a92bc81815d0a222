//! A case that goes otherwise than planned is never stuck, over HTTP.
use e2e::{Client, Dossier, World, ask_progress, fresh_key, turns, words, worklist};
use serde_json::{Value, json};
use shared::{
    case::Refusal,
    contract::{Endpoint, ProblemKind},
    moment::{Day, Moment},
};

/// A case of Fleur's of its own, by phone, with the melder's code.
pub(super) fn case(world: &World) -> (Dossier, String) {
    let fleur = &world.people.fleur;
    let made = fleur.to(Endpoint::AddCase).key(&fresh_key()).json(&words::draft()).send().good(Endpoint::AddCase);
    let code = made["ontvangst"]["ontvangstcode"].as_str().expect("a code").to_owned();
    (Dossier::of(fleur, made["id"].as_str().expect("an id")), code)
}

fn refused(dossier: &Dossier, who: &Client, command: &Value, why: Refusal) {
    assert_eq!(dossier.ask(who, command).problem(ProblemKind::Refused).refusal(), Some(why), "{command}");
}

/// The line of a case in somebody's list: in full, or as it is shown to a colleague.
fn line(who: &Client, dossier: &Dossier) -> Value {
    let page = who.to(Endpoint::Cases).send().good(Endpoint::Cases);
    let all = ["dossiers", "vanCollegas"].map(|list| page[list].as_array().cloned().unwrap_or_default()).concat();
    all.into_iter().find(|line| line["id"] == json!(dossier.id)).expect("a line")
}

fn progress(world: &World, code: &str) -> Value {
    ask_progress(&world.anyone(), code).good(Endpoint::AskProgress)
}

#[test]
fn two_afs_go_on_without_the_melder_and_the_melder_reads_that() {
    let world = World::shared();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (mut dossier, code) = case(&world);
    dossier.command(fleur, &turns::tried("telefoon"));
    dossier.command(fleur, &turns::tried("e-mail"));
    refused(&dossier, fleur, &turns::no_contact("niet-te-bereiken"), Refusal::TriesFirst);
    let proposed = dossier.command(fleur, &turns::no_contact("weg"));
    assert_eq!((&proposed["stap"], &proposed["regel"]["volgende"]), (&json!("gemeld"), &json!("akkoord-collega")));
    assert!(!proposed["regel"]["uiterlijk"].is_null(), "the clock runs");
    refused(&dossier, fleur, &words::plain("akkoord"), Refusal::OtherOfficerNeeded);
    assert!(progress(&world, &code)["zonderContact"].is_null(), "nothing was agreed yet");
    dossier.look(sem);
    dossier.command(sem, &words::plain("akkoord"));
    let agreed = dossier.look(fleur);
    assert_eq!((&agreed["stap"], &agreed["regel"]["zonderContact"]), (&json!("contact"), &json!("weg")));
    let told = progress(&world, &code);
    assert_eq!(told["zonderContact"], "weg");
    let stages: Vec<&Value> = told["stappen"].as_array().expect("steps").iter().map(|step| &step["stap"]).collect();
    assert_eq!(stages, ["gemeld"], "nobody says that there was contact");
    dossier.command(fleur, &turns::late_contact());
    let told = progress(&world, &code);
    assert!(told["zonderContact"].is_null() && told["stappen"][1]["stap"] == "contact");
}

#[test]
fn a_colleague_is_asked_at_the_top_and_says_no_with_a_reason() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (mut dossier, _) = case(&world);
    let (_other, _) = case(&world);
    dossier.command(fleur, &turns::no_contact("weg"));
    assert_eq!(line(fleur, &dossier)["volgende"], "akkoord-collega");
    assert_eq!(line(sem, &dossier)["volgende"], "beoordeel-voorstel");
    assert_eq!(worklist(sem, "open")[0]["id"], json!(dossier.id), "before what can wait");
    let seen = dossier.look(sem);
    assert_eq!(seen["gevraagd"][0]["voorstel"]["inhoud"]["toelichting"], "Geencontact-kanarie", "the proposal itself");
    let offered = seen["opdrachten"].as_array().expect("buttons");
    assert!(["akkoord", "niet-akkoord"].iter().all(|one| offered.contains(&json!(one))));
    refused(&dossier, sem, &turns::reject("voorstel-intrekken", None), Refusal::NothingProposed);
    dossier.command(sem, &turns::reject("niet-akkoord", None));
    let after = dossier.look(fleur);
    assert_eq!((&after["stap"], &after["regel"]["volgende"]), (&json!("gemeld"), &json!("bel-melder")));
    let last = after["tijdlijn"].as_array().expect("entries").last().expect("one").clone();
    assert_eq!((&last["gebeurtenis"], &last["inhoud"]["reden"]), (&json!("niet-akkoord"), &json!("Nee-kanarie")));
    dossier.command(fleur, &turns::no_contact("weg"));
    let withdrawn = dossier.command(fleur, &turns::reject("voorstel-intrekken", Some("geen-contact")));
    assert_eq!(withdrawn["regel"]["wachtOpTweede"], false);
}

#[test]
fn a_colleagues_case_shows_that_it_cannot_wait_and_not_why() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let draft = words::draft_with_minor();
    let made = fleur.to(Endpoint::AddCase).key(&fresh_key()).json(&draft).send().good(Endpoint::AddCase);
    let mut dossier = Dossier::of(fleur, made["id"].as_str().expect("an id"));
    dossier.command(fleur, &words::attempt());
    let reduced = line(sem, &dossier);
    assert_eq!(reduced["spoed"], true);
    let fields: Vec<&String> = reduced.as_object().expect("a line").keys().collect();
    assert!(!fields.iter().any(|name| *name == "spoedOm" || *name == "onderwerp"), "{fields:?}");
}

#[test]
fn from_the_beslismoment_back_and_a_table_and_a_late_answer() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, code) = case(&world);
    let today = words::today(fleur);
    let later = "2999-01-01";
    for command in [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)] {
        dossier.command(fleur, &command);
    }
    dossier.command(fleur, &words::to_decision());
    let back = dossier.command(fleur, &turns::back(None));
    assert_eq!(back["stap"], "onderzoek");
    assert_eq!(progress(&world, &code)["stap"], "onderzoek");
    dossier.command(fleur, &words::to_decision());
    let mut decision = words::decide(&today);
    turns::plan(&mut decision, later);
    dossier.ask(fleur, &decision).problem(ProblemKind::BadRequest);
    let day: Day = today.parse().expect("a day");
    let soon = Moment::start_of(day).plus_seconds(30 * 86_400).day().to_string();
    turns::plan(&mut decision, &soon);
    dossier.command(fleur, &decision);
    dossier.command(&world.people.sem, &words::agree());
    let decided = dossier.look(fleur);
    assert_eq!(decided["stap"], "doorgezet");
    let told = dossier.command(fleur, &words::feedback(&today));
    let (next, due) = (&told["regel"]["volgende"], &told["regel"]["uiterlijk"]);
    assert_eq!((next, due), (&json!("vraag-of-besproken"), &json!(soon)));
    refused(&dossier, fleur, &words::plain("afsluiten"), Refusal::TableFirst);
    dossier.command(fleur, &turns::discussed(1, &today));
    dossier.command(fleur, &words::plain("afsluiten"));
    let late = dossier.command(fleur, &turns::answer(0, &today));
    assert_eq!(late["stap"], "afgerond");
}
