//! Taking in reports over a disk that loses unflushed writes: nothing acknowledged is lost, and this test would notice
//! if `synchronous` were lowered. The same code as in the component, in this process; the whole host over such a disk
//! is in `outage.rs`.

use desk::{Desk, Stores};
use e2e::{Luck, Place, report};
use fault::{Fault, Survivors, Use};
use keyvalue::{Database, Memory, Options, Store, Synchronous};
use kit::instance::Environment;
use kit::{
    clock,
    inbox::{
        arrival::{StoredReport, accept},
        secret::{Secret, status_key},
    },
};
use shared::{id::CaseId, report::Channel};
use std::{path::Path, sync::Arc, sync::Mutex, thread, time::Duration};
use tempfile::tempdir;

const SENDERS: usize = 16;

/// The desk over the inbox in this file; `None` when the file is beyond opening.
fn desk(fault: &Fault, path: &Path, synchronous: Synchronous) -> Option<Desk> {
    let options = Options { synchronous, vfs: Some(fault.name().to_owned()) };
    let inbox: Arc<dyn Store> = Arc::new(Database::open(path, &options).ok()?.label("inbox"));
    let (cases, keys) = (Arc::new(Memory::default()), Arc::new(Memory::default()));
    let stores = Stores { inbox, cases, keys };
    Some(Desk::new(
        stores,
        Environment {
            now: clock::now,
            profiles: Place::find().root.join("gemeenten"),
            variables: e2e::keys::variables(),
            overlay: Default::default(),
        },
    ))
}

/// A report that was acknowledged: the secret it came with, and its id.
type Sent = (Secret, CaseId);

/// Sends until the power goes; what was acknowledged.
fn send_until_dark(desk: &Desk, fault: &Fault, after: Duration, survivors: Survivors) -> Vec<Sent> {
    let acknowledged = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for sender in 0..SENDERS {
            let (desk, acknowledged) = (desk.clone(), &acknowledged);
            scope.spawn(move || {
                for n in 0..10_000 {
                    let secret = Secret::from_bytes(clock::random().expect("randomness"));
                    let sent = accept(&desk.inbox, &secret, &report(sender * 10_000 + n), Channel::Form {});
                    let Ok(sent) = sent else { return };
                    acknowledged.lock().expect("no sender panicked").push((secret, sent.id));
                }
            });
        }
        thread::sleep(after);
        fault.cut_power(survivors);
    });
    acknowledged.into_inner().expect("no sender panicked")
}

/// How many of these have lost their report or their status.
fn lost(desk: &Desk, acknowledged: &[Sent]) -> usize {
    let there = |(secret, id): &Sent| {
        let report = desk.inbox.reports.get(&StoredReport::cell(id));
        let status = desk.status(&status_key(&secret.code())).get();
        matches!((report, status), (Ok(Some(_)), Ok(Some(_))))
    };
    acknowledged.iter().filter(|sent| !there(sent)).count()
}

/// Power cuts on one file: how many reports were acknowledged, and how many of them are gone.
fn cuts(synchronous: Synchronous, rounds: u64) -> (usize, usize) {
    let mut luck = Luck::new("power cuts");
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("inbox.db");
    let fault = Fault::install(Use::ByName);
    let mut all: Vec<Sent> = Vec::new();
    for round in 0..rounds {
        let Some(open) = desk(&fault, &path, synchronous) else { return (all.len(), all.len()) };
        let survivors = if round % 2 == 0 { Survivors::None } else { Survivors::Some(luck.between(1, u64::MAX)) };
        let after = Duration::from_millis(luck.between(20, 120));
        all.extend(send_until_dark(&open, &fault, after, survivors));
        drop(open);
        fault.restore_power();
        let gone = desk(&fault, &path, synchronous).map_or(all.len(), |desk| lost(&desk, &all));
        if gone > 0 {
            return (all.len(), gone);
        }
    }
    (all.len(), 0)
}

#[test]
fn every_acknowledged_report_outlives_a_power_cut() {
    let (acknowledged, gone) = cuts(Synchronous::Full, 10);
    assert!(acknowledged > 100, "only {acknowledged} reports: this shows nothing");
    assert_eq!(gone, 0, "of {acknowledged} acknowledged reports");
}

#[test]
fn a_lower_synchronous_would_be_noticed() {
    for lowered in [Synchronous::Off, Synchronous::Normal] {
        let (acknowledged, gone) = cuts(lowered, 6);
        assert!(gone > 0, "{lowered:?} lost none of {acknowledged}: the test above shows nothing");
    }
}
