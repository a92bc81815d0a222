//! The real host, in this process, over a disk that fills up, fails to flush and loses power: 503 and no
//! acknowledgement, and everything that was acknowledged is there afterwards.
//!
//! One test, because the disk is the whole process's.

use clap::Parser;
use e2e::{Client, Luck, Place, Site, World, all_there_once, ask_progress, fresh_key, report, send_report, storm};
use fault::{Fault, Survivors, Use};
use shared::contract::{Endpoint, ProblemKind};
use std::{collections::BTreeMap, time::Duration};

/// A host in this process.
struct Inside {
    runtime: tokio::runtime::Runtime,
    running: host::Running,
    url: String,
}

impl Inside {
    fn start(site: &Site) -> Self {
        let place = Place::find();
        let (from, stores) = (site.manifest(), site.stores());
        let cache = place.root.join("target/e2e-compiled");
        let mut words = vec!["host".into(), "--from".into(), from, "--runtime-config-file".into(), stores];
        words.extend(["--listen", "127.0.0.1:0", "--rate", "0", "--cache"].map(Into::into));
        words.push(cache);
        words.extend(["--network-connections", "1000", "--network-bytes", "1024"].map(Into::into));
        let mut settings = host::Settings::parse_from(words);
        let keys = [("SEALING_PUBLIC", e2e::keys::public()), ("SEALING_SECRETS", e2e::keys::secrets())];
        settings.variables.insert("SPIN_VARIABLE_GEMEENTE".into(), "hengelo".into());
        settings.variables.extend(keys.map(|(name, value)| (format!("SPIN_VARIABLE_{name}"), value)));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
        let running = runtime.block_on(host::start(settings)).expect("the host starts");
        let url = format!("http://{}", running.addresses()[0]);
        Self { runtime, running, url }
    }

    /// Ends it and everything that has the stores open.
    fn stop(self) {
        self.runtime.block_on(self.running.stop());
        self.runtime.shutdown_timeout(Duration::from_secs(10));
    }
}

/// With this fault nothing is acknowledged; without it the same report, sent again, is taken.
fn refused_while(client: &Client, fault: impl Fn(bool), n: usize) -> String {
    let key = fresh_key();
    let send = || send_report(client, &key, &report(n));
    fault(true);
    for _attempt in 0..3 {
        let problem = send().problem(ProblemKind::Unavailable);
        assert_eq!(problem.ontvangstcode, None, "no code for what was not kept");
    }
    fault(false);
    let receipt = send().good(Endpoint::SendReport);
    let code = receipt["ontvangstcode"].as_str().expect("a code").to_owned();
    ask_progress(client, &code).good(Endpoint::AskProgress);
    code
}

#[test]
fn a_bad_disk_gets_503_and_takes_nothing_that_was_acknowledged() {
    let fault = Fault::install(Use::Everywhere);
    let mut luck = Luck::new("outage");
    let site = Site::new();
    let mut acknowledged: BTreeMap<usize, String> = BTreeMap::new();
    for (round, survivors) in [Survivors::None, Survivors::Some(luck.between(1, u64::MAX))].into_iter().enumerate() {
        let inside = Inside::start(&site);
        let client = Client::new(&inside.url, site.keyring());
        let first = (round + 1) * 10_000;
        acknowledged.insert(first - 1, refused_while(&client, |on| fault.set_room(on.then_some(0)), first - 1));
        acknowledged.insert(first - 2, refused_while(&client, |on| fault.set_room(on.then_some(3000)), first - 2));
        acknowledged.insert(first - 3, refused_while(&client, |on| fault.fail_flushes(on), first - 3));
        let after = Duration::from_millis(luck.between(30, 300));
        let stormed = storm(&client, first, || {
            std::thread::sleep(after);
            fault.cut_power(survivors);
        });
        println!("power cut after {after:?}, {} acknowledged", stormed.len());
        assert!(!stormed.is_empty(), "nothing was acknowledged: this shows nothing");
        acknowledged.extend(stormed);
        inside.stop();
        fault.restore_power();
    }
    all_there_once(&World::over(site), &acknowledged);
}
