//! The host is killed at a random moment; every acknowledged report exists afterwards, exactly once.
//!
//! Two rounds each, or `MELDROUTE_CRASH_ROUNDS`. SIGKILL can't show a missing flush; `durability.rs` does.

use e2e::{
    Client, Dossier, Luck, REPORTS, World, all_there_once, open_lines, report, sent, storm, storm_past, words, worklist,
};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use shared::contract::Endpoint;
use std::{collections::BTreeMap, time::Duration};

fn rounds() -> usize {
    std::env::var("MELDROUTE_CRASH_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(2)
}

/// Ends a process after a while.
fn end(pid: Pid, after: Duration, signal: Signal) {
    std::thread::sleep(after);
    kill_process(pid, signal).expect("the host still runs: nobody ended it before");
}

#[test]
fn every_acknowledged_report_outlives_the_host() {
    let mut luck = Luck::new("reports");
    for round in 1..=rounds() {
        let mut world = World::new();
        let count = usize::try_from(luck.between(0, 400)).expect("it fits");
        let after = Duration::from_micros(luck.between(0, 5_000));
        let pid = world.host.pid();
        let acknowledged = storm_past(&world.anyone(), 0, count, || end(pid, after, Signal::KILL));
        world.restart(e2e::Host::kill);
        assert!(acknowledged.len() < REPORTS, "the host was killed when all were sent already");
        all_there_once(&world, &acknowledged);
        println!("round {round}: killed past {count}, {} of {REPORTS} acknowledged, all there", acknowledged.len());
    }
}

/// SIGTERM while 32 are sending: requests in flight are finished, and the host exits with 0.
#[test]
fn a_host_that_is_terminated_finishes_requests_in_flight() {
    let mut luck = Luck::new("ending");
    let mut world = World::new();
    let after = Duration::from_millis(luck.between(20, 400));
    let pid = world.host.pid();
    let acknowledged = storm(&world.anyone(), 0, || end(pid, after, Signal::TERM));
    let mut ended = None;
    world.restart(|host| ended = Some(host.wait()));
    assert_eq!(ended.and_then(|status| status.code()), Some(0), "it ends with 0");
    assert!(!acknowledged.is_empty(), "nothing was sent in {after:?}");
    all_there_once(&world, &acknowledged);
}

/// The host is killed while it takes in: a case is made from every report, and only one.
#[test]
fn a_take_in_that_is_killed_neither_loses_nor_doubles() {
    let mut luck = Luck::new("taking in");
    for round in 1..=rounds().div_ceil(2) {
        let mut world = World::new();
        let client = world.anyone();
        let codes: BTreeMap<usize, String> = (0..150).map(|n| (n, sent(&client, &report(n)))).collect();
        let after = Duration::from_millis(luck.between(1, 60));
        let pid = world.host.pid();
        std::thread::scope(|scope| {
            let ask = |who: &Client| drop(who.to(Endpoint::Cases).try_send());
            scope.spawn(move || end(pid, after, Signal::KILL));
            for who in [&world.people.fleur, &world.people.sem] {
                scope.spawn(move || ask(who));
            }
        });
        world.restart(e2e::Host::kill);
        all_there_once(&world, &codes);
        assert_eq!(worklist(&world.people.sem, "open").len(), codes.len());
        println!("round {round}: killed {after:?} into taking in, all there once");
    }
}

/// Commands on four cases at once; the acknowledged ones are in the timelines, in order and once.
#[test]
fn every_acknowledged_command_outlives_the_host() {
    let mut luck = Luck::new("commands");
    for round in 1..=rounds() {
        let mut world = World::new();
        (0..4).for_each(|n| drop(sent(&world.anyone(), &report(n))));
        let lines = open_lines(&world.people.fleur, 4);
        let ids: Vec<&str> = lines.iter().filter_map(|line| line["id"].as_str()).collect();
        let after = Duration::from_millis(luck.between(20, 500));
        let pid = world.host.pid();
        let done: Vec<usize> = std::thread::scope(|scope| {
            let people = &world.people;
            let working: Vec<_> =
                ids.iter().map(|id| scope.spawn(move || remark_until_gone(&people.fleur, id))).collect();
            end(pid, after, Signal::KILL);
            working.into_iter().map(|working| working.join().expect("no worker panicked")).collect()
        });
        world.restart(e2e::Host::kill);
        for (id, done) in ids.iter().zip(&done) {
            let detail = Dossier::of(&world.people.sem, id).look(&world.people.sem);
            let entries = detail["tijdlijn"].as_array().expect("a timeline");
            let told: Vec<String> = entries.iter().map(text_of).collect();
            // the last one may have been kept without its answer coming through
            assert!(told.len() == *done || told.len() == done + 1, "{} of {done} are there", told.len());
            let expected: Vec<String> = (0..told.len()).map(|n| format!("Notitie {n}-kanarie")).collect();
            assert_eq!(told, expected);
        }
        println!("round {round}: killed after {after:?}, {done:?} commands acknowledged, all there");
    }
}

/// How many notes were acknowledged on this case.
fn remark_until_gone(officer: &Client, id: &str) -> usize {
    let mut tag = "\"1\"".to_owned();
    for n in 0..10_000 {
        let ask =
            officer.to_one(Endpoint::CommandCase, id).if_match(&tag).json(&words::remark(&format!("Notitie {n}")));
        let Ok(answer) = ask.try_send() else { return n };
        answer.good(Endpoint::CommandCase);
        answer.header("etag").clone_into(&mut tag);
    }
    panic!("the host was never killed");
}

fn text_of(entry: &Value) -> String {
    find_text(entry).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The text of a note, wherever it is in its entry.
fn find_text(value: &Value) -> Option<&Value> {
    match value {
        Value::Object(fields) => fields.get("tekst").or_else(|| fields.values().find_map(find_text)),
        Value::Array(items) => items.iter().find_map(find_text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
