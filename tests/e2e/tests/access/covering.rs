//! An AF stands in, with a reason, for a colleague who did not arrange it.
use super::relations::{Shown, case_of, does_not_see, id_of, sees};
use e2e::{Answer, Client, World, turns, words};
use serde_json::json;
use shared::{
    case::Refusal,
    contract::{Endpoint, ProblemKind},
};

/// Begins to stand in for this colleague, for today.
pub fn begin(who: &Client, of: &Client) -> Answer {
    who.to(Endpoint::StartStandIn).json(&turns::cover(&id_of(of), &words::today(who))).send()
}

fn arrange(who: &Client, by: &Client) -> Answer {
    let today = words::today(who);
    who.to(Endpoint::AddStandIn).json(&json!({ "waarnemer": id_of(by), "van": today, "totEnMet": today })).send()
}

/// A request about standing in that has to succeed.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    if endpoint == Endpoint::StartStandIn {
        return begin(fleur, sem);
    }
    let made = arrange(fleur, sem);
    if endpoint == Endpoint::AddStandIn {
        return made;
    }
    let made = made.good(Endpoint::AddStandIn);
    fleur.to_one(Endpoint::EndStandIn, made["id"].as_str().expect("an id")).send()
}

#[test]
fn an_af_begins_to_stand_in_with_a_reason_and_the_colleague_and_the_fg_see_it() {
    let world = World::new();
    let (fleur, sem, fg) = (&world.people.fleur, &world.people.sem, &world.people.faye);
    let mut case = case_of(&world, fleur);
    let today = words::today(fleur);
    does_not_see(sem, &case, Shown::Reduced);
    let made = sem.to(Endpoint::StartStandIn).json(&turns::cover(&id_of(fleur), &today)).send();
    let made = made.good(Endpoint::StartStandIn);
    sees(sem, &case, "waarnemer met reden");
    case.look(sem);
    let early = words::close_early(&today);
    assert_eq!(case.ask(sem, &early).problem(ProblemKind::Refused).refusal(), Some(Refusal::NotYours));
    let told = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases)["waargenomen"].clone();
    assert_eq!((&told[0]["waarnemer"], &told[0]["waarom"]), (&json!(id_of(sem)), &json!("collega-afwezig")));
    let page = fg.to(Endpoint::Audit).send().good(Endpoint::Audit);
    assert_eq!(page["waarneming"][0]["voor"], json!(id_of(fleur)));
    assert!(!words::stands_in(&page.to_string()), "the words are for the colleague");
    assert_eq!(fleur.to(Endpoint::StandIns).send().good(Endpoint::StandIns), json!([made.clone()]));
    let wrong = sem.to(Endpoint::StartStandIn).json(&turns::cover(&id_of(sem), &today)).send();
    wrong.problem(ProblemKind::Refused);
    sem.to(Endpoint::StartStandIn)
        .json(&turns::cover(&id_of(fleur), "2999-01-01"))
        .send()
        .problem(ProblemKind::BadRequest);
    // the FG ends it by its number, and cannot end what was arranged
    let id = made["id"].as_str().expect("an id");
    fg.to_one(Endpoint::EndStandIn, id).send().good(Endpoint::EndStandIn);
    does_not_see(sem, &case, Shown::Reduced);
    let ended = fg.to(Endpoint::Audit).send().good(Endpoint::Audit)["waarneming"][0]["beeindigdOp"].clone();
    assert!(ended.is_string(), "{ended}");
    let arranged = arrange(fleur, sem).good(Endpoint::AddStandIn);
    let id = arranged["id"].as_str().expect("an id");
    fg.to_one(Endpoint::EndStandIn, id).send().problem(ProblemKind::NotFound);
}
