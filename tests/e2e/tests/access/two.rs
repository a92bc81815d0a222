//! Acts that take two AFs, over HTTP: proposed by one, done when a second one agrees.
use super::relations::{Shown, case_of, does_not_see};
use e2e::{Dossier, People, Site, World, fresh_key, see_everybody, send_report, words};
use serde_json::{Value, json};
use shared::{
    case::Refusal,
    contract::{Endpoint, ProblemKind},
    sharing::ReferralTarget,
};

/// A case of Fleur's that waits for the werkoverleg.
fn at_decision(world: &World, today: &str) -> Dossier {
    let fleur = &world.people.fleur;
    let mut case = case_of(world, fleur);
    for command in [words::contact(), words::form(), words::investigate(today), words::kmt_check(today)] {
        case.command(fleur, &command);
    }
    case.command(fleur, &words::to_decision());
    case
}

fn decide(today: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut decision = words::decide(today);
    change(&mut decision["inhoud"]["vervolgstappen"][1]);
    decision
}

/// Whatever it says, and to whomever something goes.
#[test]
fn a_decision_takes_two() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let today = words::today(fleur);
    let police = decide(&today, |step| words::send_to(step, ReferralTarget::Police));
    let inspection = decide(&today, |step| words::send_to(step, ReferralTarget::Nla));
    let victim = decide(&today, |step| step["kanGedwongenZijn"] = "Gedwongen-kanarie".into());
    for decision in [words::decide(&today), police, inspection, victim] {
        let mut case = at_decision(&world, &today);
        let proposed = case.command(fleur, &decision);
        assert_eq!(proposed["stap"], "beslismoment", "nothing is decided yet");
        let agree = words::plain("akkoord");
        let alone = case.ask(fleur, &agree).problem(ProblemKind::Refused);
        assert_eq!(alone.refusal(), Some(Refusal::OtherOfficerNeeded));
        let seen = case.look(sem);
        assert!(seen["opdrachten"].as_array().is_some_and(|all| all.contains(&json!("akkoord"))), "Sem has the button");
        case.command(sem, &agree);
        assert_eq!(case.look(fleur)["stap"], "doorgezet");
    }
}

#[test]
fn a_malicious_report_is_closed_by_two() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let today = words::today(fleur);
    let mut case = case_of(&world, fleur);
    does_not_see(sem, &case, Shown::Reduced);
    let mut close = words::close_early(&today);
    close["inhoud"]["reden"] = "kwaadwillig".into();
    let proposed = case.command(fleur, &close);
    assert_eq!((&proposed["stap"], &proposed["regel"]["volgende"]), (&json!("gemeld"), &json!("akkoord-collega")));
    case.look(sem);
    case.command(sem, &words::plain("akkoord"));
    assert_eq!(case.look(fleur)["stap"], "afgerond");
}

/// At the set-up one person hands out all invitations. So no report comes in before the FG has seen who got access.
#[test]
fn an_instance_takes_reports_once_the_fg_has_seen_everybody() {
    let site = Site::bare();
    let host = site.start();
    let people = People::set_up(&host);
    let report = || send_report(&host.client(), &fresh_key(), &words::draft());
    report().problem(ProblemKind::NotOpen);
    for other in [&people.fleur, &people.sem] {
        see_everybody(other);
        report().problem(ProblemKind::NotOpen);
    }
    see_everybody(&people.faye);
    report().good(Endpoint::SendReport);
}
