//! Several reports under one lead case, over HTTP: each melder keeps code, promise and feedback.
use super::{shows, stuck::case};
use e2e::{Client, Dossier, World, turns, words};
use serde_json::{Value, json};
use shared::{
    case::{Refusal, Stage},
    contract::{Endpoint, ProblemKind},
};

/// The number of a case, as it is typed.
fn number(of: &Value) -> String {
    let (year, sequence) = (&of["nummer"]["jaar"], of["nummer"]["volgnummer"].as_u64().expect("a number"));
    format!("{year}-{sequence:03}")
}

/// Carries it out, and looks again: more than one event may follow.
fn act(dossier: &mut Dossier, who: &Client, command: &Value) -> Value {
    dossier.look(who);
    dossier.ask(who, command).good(Endpoint::CommandCase);
    dossier.look(who)
}

fn refused(dossier: &mut Dossier, who: &Client, command: &Value, why: Refusal) {
    dossier.look(who);
    assert_eq!(dossier.ask(who, command).problem(ProblemKind::Refused).refusal(), Some(why), "{command}");
}

/// The investigation of a case up to the decision of two AFs.
fn decide(world: &World, dossier: &mut Dossier, today: &str) {
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let way =
        [words::contact(), words::form(), words::investigate(today), words::kmt_check(today), words::to_decision()];
    for command in way.iter().chain([&words::decide(today)]) {
        act(dossier, fleur, command);
    }
    dossier.look(sem);
    dossier.ask(sem, &words::agree()).good(Endpoint::CommandCase);
}

#[test]
fn a_joined_report_keeps_its_melder_and_closes_with_its_lead_case() {
    let world = World::new();
    let (fleur, anyone) = (&world.people.fleur, world.anyone());
    let ((mut lead, _), (mut report, code)) = (case(&world), case(&world));
    let today = words::today(fleur);
    let (main, own) = (lead.look(fleur), report.look(fleur));
    let joined = act(&mut report, fleur, &turns::join(&number(&main)));
    assert_eq!((&joined["hoortBij"]["id"], &joined["stap"]), (&json!(lead.id), &json!("gemeld")));
    assert_eq!(joined["regel"]["uiterlijk"], own["regel"]["uiterlijk"], "the day for the call stays");
    assert_eq!(joined["regel"]["volgende"], "bel-melder");
    let under = lead.look(fleur)["samengevoegd"].clone();
    assert_eq!((under.as_array().map(Vec::len), &under[0]["id"]), (Some(1), &json!(report.id)));
    refused(&mut report, fleur, &words::close_early(&today), Refusal::DecidedByLead);
    refused(&mut lead, fleur, &words::close_early(&today), Refusal::UnjoinFirst);
    refused(&mut lead, fleur, &turns::join(&number(&own)), Refusal::Chained);
    act(&mut report, fleur, &words::contact());
    refused(&mut report, fleur, &words::feedback(&today), Refusal::LeadFirst);
    shows(&anyone, &code, Stage::Contact);
    decide(&world, &mut lead, &today);
    shows(&anyone, &code, Stage::Decision);
    act(&mut lead, fleur, &words::feedback(&today));
    refused(&mut lead, fleur, &words::plain("afsluiten"), Refusal::TellJoinedFirst);
    assert_eq!(report.look(fleur)["regel"]["volgende"], "terugkoppelen");
    act(&mut report, fleur, &words::feedback(&today));
    act(&mut lead, fleur, &words::plain("afsluiten"));
    let done = report.look(fleur);
    assert_eq!((&done["stap"], &done["regel"]["bewaren"]["uitkomst"]), (&json!("afgerond"), &json!("waarschijnlijk")));
    shows(&anyone, &code, Stage::Done);
}

#[test]
fn a_report_that_was_joined_goes_on_by_itself_where_it_was() {
    let world = World::new();
    let fleur = &world.people.fleur;
    let ((mut lead, _), (mut report, _)) = (case(&world), case(&world));
    let (main, own) = (lead.look(fleur), report.look(fleur));
    act(&mut report, fleur, &turns::join(&number(&main)));
    refused(&mut report, fleur, &turns::join(&number(&main)), Refusal::AlreadySo);
    let after = act(&mut report, fleur, &turns::unjoin());
    assert_eq!((&after["stap"], &after["hoortBij"]), (&own["stap"], &Value::Null));
    for field in ["volgende", "uiterlijk"] {
        assert_eq!(after["regel"][field], own["regel"][field]);
    }
    assert!(lead.look(fleur)["samengevoegd"].is_null());
    for wrong in ["1999-001", "2026-999999"] {
        refused(&mut report, fleur, &turns::join(wrong), Refusal::NoLead);
    }
    report.ask(fleur, &turns::join("zeventien")).problem(ProblemKind::BadRequest);
}

/// Sem may not know of the report. Nothing that he sees of the lead case says that there is one.
#[test]
fn who_is_excluded_from_the_report_sees_nothing_of_it_in_the_lead_case() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let ((mut lead, _), (mut report, _)) = (case(&world), case(&world));
    let id = sem.to(Endpoint::Session).send().good(Endpoint::Session)["id"].clone();
    let exclude = json!({ "soort": "uitsluiten", "inhoud": { "wie": id, "reden": "Uitsluiting-kanarie" } });
    act(&mut report, fleur, &exclude);
    let fg = world.people.faye.clone();
    let waits = fg.to(Endpoint::Requests).send().good(Endpoint::Requests)["uitsluitingen"][0].clone();
    let tag = format!("\"{}\"", waits["revisie"]);
    let confirm = fg.to_one(Endpoint::ConfirmExclusion, &report.id).if_match(&tag).send();
    confirm.good(Endpoint::ConfirmExclusion);
    let open = |lead: &mut Dossier| lead.look(sem);
    let assign = json!({ "soort": "toewijzen", "inhoud": { "aan": id } });
    let (main, own) = (lead.look(fleur), report.look(fleur));
    act(&mut report, fleur, &turns::join(&number(&main)));
    lead.look(fleur);
    lead.ask(fleur, &assign).good(Endpoint::CommandCase);
    let seen = open(&mut lead);
    assert!(seen["samengevoegd"].is_null());
    for text in [seen.to_string(), sem.to(Endpoint::Cases).send().good(Endpoint::Cases).to_string()] {
        assert!(!text.contains(&report.id) && !text.contains(&number(&own)), "{text}");
    }
    // he ends it as if it were on its own
    act(&mut lead, sem, &words::close_early(&words::today(sem)));
    assert_eq!(report.look(fleur)["hoortBij"]["stand"], "afgerond");
}
