//! The werkoverleg over HTTP: what an excluded AF gets of it, and a decision of those who were there.
use super::{
    excluded::{exclude, sees_nothing},
    relations::{case_of, id_of},
};
use e2e::{Answer, Client, Dossier, World, words};
use serde_json::{Value, json};
use shared::{
    access::Role,
    case::Refusal,
    contract::{Endpoint, ProblemKind},
};

fn number(case: &Dossier, officer: &Client) -> Value {
    officer.to_one(Endpoint::Case, &case.id).send().good(Endpoint::Case)["nummer"].clone()
}

fn ask(by: &Client, present: &[&Client], cases: &[&Value]) -> Answer {
    let present: Vec<String> = present.iter().map(|one| id_of(one)).collect();
    let overleg = json!({ "datum": words::today(by), "aanwezig": present });
    let body = json!({ "soort": "plannen", "inhoud": { "overleg": overleg, "erbij": cases } });
    by.to(Endpoint::CommandMeetings).json(&body).send()
}

/// Plans a werkoverleg of today: its id.
fn plan(by: &Client, present: &[&Client], cases: &[&Value]) -> String {
    let page = ask(by, present, cases).good(Endpoint::CommandMeetings);
    page["gemaakt"].as_str().expect("an id").to_owned()
}

/// The answer to planning one, or to looking at one or all.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    if endpoint == Endpoint::CommandMeetings {
        return ask(fleur, &[fleur, sem], &[]);
    }
    fleur.to_one(endpoint, &plan(fleur, &[fleur, sem], &[])).send()
}

fn show(officer: &Client, id: &str) -> Value {
    officer.to_one(Endpoint::Meeting, id).send().good(Endpoint::Meeting)
}

fn at_decision(world: &World, officer: &Client) -> Dossier {
    let today = words::today(officer);
    let mut case = case_of(world, officer);
    for command in [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)] {
        case.command(officer, &command);
    }
    case.command(officer, &words::to_decision());
    case
}

/// Neither the case, nor a gap, nor a number of cases.
#[test]
fn an_excluded_af_gets_a_werkoverleg_as_if_the_case_were_not_there() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    // with nobody else left it would wait for the FG
    let _ada = world.people.add(&world.host, "ada.voorbeeld", Role::Officer);
    let (mut hidden, plain) = (at_decision(&world, fleur), at_decision(&world, fleur));
    let numbers = [number(&hidden, fleur), number(&plain, fleur)];
    hidden.look(fleur);
    hidden.command(fleur, &exclude(sem));
    let with = plan(fleur, &[fleur, sem], &[&numbers[0], &numbers[1]]);
    let without = plan(fleur, &[fleur, sem], &[&numbers[1]]);
    let seen = |id: &str| show(sem, id).to_string().replace(id, "");
    assert_eq!(seen(&with), seen(&without));
    assert_eq!(show(sem, &with)["dossiers"].as_array().map(Vec::len), Some(1));
    assert_eq!(show(fleur, &with)["dossiers"].as_array().map(Vec::len), Some(2));
    for id in [&with, &without] {
        let page = sem.to_one(Endpoint::Meeting, id).send().text();
        assert!(!page.contains(&hidden.id), "{page}");
    }
    let asks = |number: &Value| {
        let body = json!({ "soort": "vragen", "inhoud": { "dossier": number } });
        let answer = sem.to(Endpoint::CommandMeetings).json(&body).send();
        (answer.status, answer.text())
    };
    let nobodys = json!({ "jaar": numbers[0]["jaar"], "volgnummer": 9999 });
    assert_eq!(asks(&numbers[0]), asks(&nobodys), "as about a case that is not there");
    sees_nothing(sem, fleur, &hidden);
}

#[test]
fn a_decision_is_of_those_who_were_there() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (_, ada) = world.people.add(&world.host, "ada.voorbeeld", Role::Officer);
    let today = words::today(fleur);
    let mut case = at_decision(&world, fleur);
    let met = plan(fleur, &[fleur, sem], &[&number(&case, fleur)]);
    let detail = case.look(fleur);
    assert_eq!(detail["werkoverleg"]["id"], met.as_str());
    let mut decision = words::decide(&today);
    decision["inhoud"]["besprokenOp"] = detail["werkoverleg"]["overleg"]["datum"].clone();
    decision["inhoud"]["aanwezig"] = detail["werkoverleg"]["overleg"]["aanwezig"].clone();
    case.command(fleur, &decision);
    let refused = |who: &Client| case.ask(who, &words::agree()).problem(ProblemKind::Refused).refusal();
    assert_eq!((refused(fleur), refused(&ada)), (Some(Refusal::OtherOfficerNeeded), Some(Refusal::NotThere)));
    case.command(sem, &words::agree());
    let decided = case.look(fleur);
    assert_eq!(decided["stap"], "doorgezet");
    let last = decided["tijdlijn"].as_array().and_then(|all| all.last()).expect("an entry").to_string();
    assert!(last.contains(&id_of(sem)) && last.contains("besprokenOp"), "{last}");
}
