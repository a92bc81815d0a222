use super::shows;
use e2e::{Client, Dossier, World, fresh_key, send_report, words, worklist};
use serde_json::Value;
use shared::{case::Stage, contract::Endpoint};

fn walk(anyone: &Client, officer: &Client, second: &Client, dossier: &mut Dossier, code: &str) {
    let today = words::today(officer);
    shows(anyone, code, Stage::Reported);
    for (command, stage) in words::route(&today) {
        let agrees = command == words::agree();
        let who = if agrees { second } else { officer };
        let before = dossier.look(who);
        let kind = command["soort"].clone();
        let offered = before["opdrachten"].as_array().expect("buttons");
        assert!(offered.contains(&kind), "{kind} is done and was not offered: {offered:?}");
        let done = dossier.command(who, &command);
        assert_eq!(done.is_null(), agrees, "{kind}: it is the first one's again");
        let after = if agrees { dossier.look(officer) } else { done };
        let count = |detail: &Value| detail["tijdlijn"].as_array().map(Vec::len);
        assert_eq!(count(&after), count(&before).map(|entries| entries + 1), "{kind}");
        assert_eq!(dossier.look(officer), after, "{kind}: what was answered is what stands");
        let progress = shows(anyone, code, stage);
        assert_eq!(progress.tried, kind == "poging", "{kind}");
        let here = worklist(officer, if stage == Stage::Done { "afgerond" } else { "open" });
        let line = here.iter().find(|line| line["id"] == dossier.id.as_str());
        assert_eq!(line.map(|line| &line["stap"]), Some(&after["stap"]), "{kind}: the line follows");
    }
}

#[test]
fn a_report_goes_the_whole_route() {
    let world = World::shared();
    let (anyone, fleur) = (world.anyone(), &world.people.fleur);
    let receipt = send_report(&anyone, &fresh_key(), &words::draft()).good(Endpoint::SendReport);
    let code = receipt["ontvangstcode"].as_str().expect("a code");
    // the code works before anybody has looked
    let progress = shows(&anyone, code, Stage::Reported);
    assert_eq!(receipt["contactUiterlijk"], progress.contact_by.to_string());
    let mut dossier = newest_of(fleur, "formulier");
    let detail = dossier.look(fleur);
    assert_eq!(detail["contactUiterlijk"], receipt["contactUiterlijk"]);
    assert_eq!(detail["melding"]["verhaal"], words::draft().story);
    walk(&anyone, fleur, &world.people.sem, &mut dossier, code);
}

#[test]
fn a_report_by_phone_goes_the_whole_route_with_a_code_of_its_own() {
    let world = World::shared();
    let (anyone, sem) = (world.anyone(), &world.people.sem);
    let key = fresh_key();
    let add = || sem.to(Endpoint::AddCase).key(&key).json(&words::draft()).send();
    let answer = add();
    let made = answer.good(Endpoint::AddCase);
    assert_eq!(add().good(Endpoint::AddCase), made, "sent again it is the same case with the same code");
    let id = made["id"].as_str().expect("an id");
    assert_eq!(answer.header("location"), Endpoint::Case.url(id));
    let mut dossier = Dossier::of(sem, id);
    let detail = dossier.look(sem);
    let me = sem.to(Endpoint::Session).send().good(Endpoint::Session);
    assert_eq!(detail["kanaal"]["weg"], "telefoon");
    assert_eq!(detail["kanaal"]["genoteerdDoor"], me["id"], "the words are as the AF noted them");
    let count = worklist(sem, "open").iter().filter(|line| line["id"] == id).count();
    assert_eq!(count, 1);
    walk(&anyone, sem, &world.people.fleur, &mut dossier, made["ontvangst"]["ontvangstcode"].as_str().expect("a code"));
}

/// The newest case that came in this way: tests of this file share a host.
fn newest_of(officer: &Client, way: &str) -> Dossier {
    let mut lines = worklist(officer, "open");
    lines.sort_by_key(|line| std::cmp::Reverse(line["nummer"]["volgnummer"].as_u64()));
    for line in lines.iter().filter(|line| line["nieuw"] == true) {
        let mut dossier = Dossier::of(officer, line["id"].as_str().expect("an id"));
        if dossier.look(officer)["kanaal"]["weg"] == way {
            return dossier;
        }
    }
    panic!("no new case by {way}");
}
