//! Excluding a colleague takes a second person, and opening a case with a reason leads no further than that.
use super::{
    excluded::{exclude, sees_nothing},
    relations::{Shown, case_of, does_not_see, id_of, open},
};
use e2e::{Answer, Client, World, words};
use serde_json::{Value, json};
use shared::{
    case::Refusal,
    contract::{Endpoint, ProblemKind},
};

/// The exclusions that wait, as the FG sees them.
fn waiting(fg: &Client) -> Vec<Value> {
    let page = fg.to(Endpoint::Requests).send().good(Endpoint::Requests);
    assert!(!words::stands_in(&page.to_string()) && !page.to_string().contains("Reden-kanarie"));
    page["uitsluitingen"].as_array().expect("exclusions").clone()
}

/// The FG confirms the one that waits.
pub fn confirm(fg: &Client) -> Answer {
    let one = waiting(fg).into_iter().next().expect("one waits");
    let tag = format!("\"{}\"", one["revisie"]);
    fg.to_one(Endpoint::ConfirmExclusion, one["dossier"].as_str().expect("an id")).if_match(&tag).send()
}

/// H1 of the findings: open with a reason, exclude the owner, take the case, end it and have it destroyed.
#[test]
fn break_glass_leads_to_no_exclusion_no_taking_no_end_and_no_destruction() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let mut case = case_of(&world, fleur);
    open(sem, &case, "Zomaar").good(Endpoint::OpenCase);
    case.look(sem);
    let take = json!({ "soort": "toewijzen", "inhoud": { "aan": id_of(sem) } });
    for act in [exclude(fleur), take, words::close_early(&words::today(sem))] {
        assert_eq!(case.ask(sem, &act).problem(ProblemKind::Refused).refusal(), Some(Refusal::NotYours), "{act}");
    }
    case.look(fleur);
    case.command(fleur, &words::close_early(&words::today(fleur)));
    open(sem, &case, "Zomaar").good(Endpoint::OpenCase);
    let propose = json!({ "soort": "voorstellen", "inhoud": { "grond": "niet-meer-nodig" } });
    let asked = sem.to_one(Endpoint::CommandRetention, &case.id).json(&propose).send();
    assert_eq!(asked.problem(ProblemKind::Refused).refusal(), Some(Refusal::NotYours));
    // and the one who has it cannot have it destroyed at once either
    let own = fleur.to_one(Endpoint::CommandRetention, &case.id).json(&propose).send();
    assert_eq!(own.problem(ProblemKind::Refused).refusal(), Some(Refusal::TooEarly));
}

#[test]
fn where_nobody_else_is_left_an_exclusion_waits_for_the_fg() {
    let world = World::new();
    let (fleur, sem, fg) = (&world.people.fleur, &world.people.sem, &world.people.faye);
    let mut case = case_of(&world, fleur);
    case.command(fleur, &exclude(sem));
    does_not_see(sem, &case, Shown::Reduced);
    let one = waiting(fg).into_iter().next().expect("it waits");
    assert_eq!(
        [&one["wie"], &one["door"], &one["voorlopigTotEnMet"]],
        [&json!(id_of(sem)), &json!(id_of(fleur)), &Value::Null]
    );
    assert_eq!(fleur.to(Endpoint::Requests).send().good(Endpoint::Requests)["uitsluitingen"], json!([]));
    confirm(fg).good(Endpoint::ConfirmExclusion);
    assert!(waiting(fg).is_empty());
    sees_nothing(sem, fleur, &case);
}
