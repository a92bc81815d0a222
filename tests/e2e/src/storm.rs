//! Many reports at once to a host that may be killed at any moment, and the checks afterwards.
use crate::{Client, World, ask_progress, fresh_key, open_lines, words};
use shared::{
    contract::{Endpoint, ProblemKind},
    report::Draft,
};
use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// Reports in a storm.
pub const REPORTS: usize = 500;
/// Senders.
const AT_ONCE: usize = 32;

/// The `n`th report: its story holds its number.
#[must_use]
pub fn report(n: usize) -> Draft {
    Draft { story: format!("Verzonnen verhaal nummer {n}."), ..words::draft() }
}

/// Sends up to [`REPORTS`] reports, numbered from `first`, 32 at once, while `end` kills the host or its disk at some
/// moment. Returns number and code of the acknowledged ones.
///
/// # Panics
/// When an answer is neither a receipt nor the problem document for an unavailable store, of a component or the host.
pub fn storm(client: &Client, first: usize, end: impl FnOnce() + Send) -> BTreeMap<usize, String> {
    storm_past(client, first, 0, end)
}

/// The same, but `end` runs once `count` reports were acknowledged: in the middle, however fast the machine is.
///
/// # Panics
/// As [`storm`], and when that many are not acknowledged within a minute.
pub fn storm_past(client: &Client, first: usize, count: usize, end: impl FnOnce() + Send) -> BTreeMap<usize, String> {
    let (acknowledged, next) = (Mutex::new(BTreeMap::new()), AtomicUsize::new(first));
    let send = || {
        let client = client.apart();
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if n >= first + REPORTS {
                return;
            }
            let Ok(answer) = client.to(Endpoint::SendReport).key(&fresh_key()).json(&report(n)).try_send() else {
                return;
            };
            if answer.status == ProblemKind::Unavailable.status() {
                // the component's, or the host's when a number that the component took could not be written
                answer.problem_of_anyone(ProblemKind::Unavailable.status());
                return;
            }
            let receipt = answer.good(Endpoint::SendReport);
            let code = receipt["ontvangstcode"].as_str().expect("a code").to_owned();
            acknowledged.lock().expect("no sender panicked").insert(n, code);
        }
    };
    std::thread::scope(|scope| {
        (0..AT_ONCE).for_each(|_| drop(scope.spawn(send)));
        scope.spawn(|| {
            let begun = Instant::now();
            while acknowledged.lock().expect("no sender panicked").len() < count {
                assert!(begun.elapsed() < Duration::from_secs(60), "{count} reports were not acknowledged in a minute");
                std::thread::sleep(Duration::from_millis(1));
            }
            end();
        });
    });
    acknowledged.into_inner().expect("no sender panicked")
}

/// Every acknowledged report opens with its code and is in the worklist exactly once. Nothing is there twice, and no
/// number was issued twice.
///
/// # Panics
/// When that does not hold.
pub fn all_there_once(world: &World, acknowledged: &BTreeMap<usize, String>) {
    for (n, code) in acknowledged {
        assert_eq!(ask_progress(&world.anyone(), code).status, 200, "report {n} was acknowledged and has no status");
    }
    let lines = open_lines(&world.people.fleur, acknowledged.len());
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for line in &lines {
        let id = line["id"].as_str().expect("an id");
        let detail = world.people.fleur.to_one(Endpoint::Case, id).send().good(Endpoint::Case);
        *told.entry(detail["melding"]["verhaal"].as_str().expect("a story").to_owned()).or_default() += 1;
    }
    for n in acknowledged.keys() {
        assert_eq!(told.get(&report(*n).story), Some(&1), "report {n} was acknowledged");
    }
    assert!(told.values().all(|times| *times == 1), "a report stands there twice");
    let mut numbers: Vec<u64> = lines.iter().filter_map(|line| line["nummer"]["volgnummer"].as_u64()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), lines.len(), "a number was given twice");
}
