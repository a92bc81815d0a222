use super::support::{Old, approve, ask, propose};
use shared::contract::{Endpoint, ProblemKind};
use std::time::Duration;

/// The host is killed at another moment of every destruction. Due work completes the destructions that were begun; the
/// rest is unchanged.
#[test]
fn a_host_that_is_killed_in_the_middle_finishes_later() {
    const CASES: u8 = 12;
    let mut old = Old::new(CASES);
    old.work();
    for id in &old.ids {
        ask(&old.world.people.fleur, id, &propose()).good(Endpoint::CommandRetention);
    }
    for round in 0..usize::from(CASES) {
        let id = old.ids[round].clone();
        let (fg, pid) = (old.fg.clone(), old.world.host.pid());
        let sent = std::thread::spawn(move || {
            // an answer may come, or not
            let _answer = fg.to_one(Endpoint::CommandRetention, &id).json(&approve()).try_send();
        });
        std::thread::sleep(Duration::from_millis(3 * round as u64));
        // it may have ended already
        let _gone = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
        sent.join().expect("the request ends");
        old.start_again();
        old.work();
        check(&old, round);
    }
    let list = old.list(&old.fg);
    assert!(list["onderweg"].as_array().is_some_and(Vec::is_empty), "{list}");
    let page = old.fg.to(Endpoint::Certificates).send().good(Endpoint::Certificates);
    let mut numbers: Vec<i64> = certificates(&page).map(|one| one["verklaring"].as_i64().expect("a number")).collect();
    numbers.reverse();
    assert_eq!(numbers, (1..=i64::try_from(numbers.len()).expect("few")).collect::<Vec<i64>>(), "dense");
}

fn certificates(page: &serde_json::Value) -> impl Iterator<Item = &serde_json::Value> {
    page["verklaringen"].as_array().expect("declarations").iter()
}

/// Either the case is gone and there is a declaration, or it is there and waits for a second person.
fn check(old: &Old, round: usize) {
    let (fleur, id) = (&old.world.people.fleur, &old.ids[round]);
    let list = old.list(&old.fg);
    let waits = list["voorstellen"].as_array().expect("proposals").iter().any(|one| one["dossier"] == id.as_str());
    let answer = fleur.to_one(Endpoint::Case, id).send();
    let page = old.fg.to(Endpoint::Certificates).send().good(Endpoint::Certificates);
    let number = round as u64 + 1;
    let declared = certificates(&page).any(|one| one["dossiernummer"]["volgnummer"].as_u64() == Some(number));
    if waits {
        answer.good(Endpoint::Case);
    } else {
        answer.problem(ProblemKind::NotFound);
    }
    assert_eq!(declared, !waits, "round {round}");
}
