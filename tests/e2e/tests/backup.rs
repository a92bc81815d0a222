//! A backup of a running host in the middle of a storm; a host over the restored files has everything acknowledged
//! before.

use e2e::{Host, PASSWORD, People, Site, World, accept, all_there_once, storm, storm_past};
use serde_json::json;
use shared::contract::{AccessAnswer, AccessCommand, Endpoint};
use std::{
    path::{Path, PathBuf},
    process::Output,
};

fn done(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary folder has a plain name")
}

fn only_file(folder: &Path) -> PathBuf {
    let mut found = std::fs::read_dir(folder).expect("the folder");
    found.next().expect("a file").expect("an entry").path()
}

/// The people of the first host at another. The two whom the administrator named accept a new invitation, and one of
/// them lets the third in, who has the administrator's half of an invitation.
fn people(host: &Host, said: &str) -> People {
    let anyone = host.client();
    let words = said.lines().filter_map(|line| line.trim().strip_prefix("/af/uitnodiging#"));
    let (halves, whole): (Vec<&str>, Vec<&str>) = words.partition(|word| word.starts_with("1-"));
    assert_eq!((halves.len(), whole.len()), (1, 2), "{said}");
    for word in whole {
        accept(&anyone, &json!({ "uitnodiging": { "woord": word } }));
    }
    let log_in = |login: &str| host.client().log_in(login, PASSWORD);
    let (fleur, faye) = (log_in("fleur.voorbeeld"), log_in("faye.gegevens"));
    let waiting = faye.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests);
    for one in waiting["verzoeken"].as_array().expect("requests") {
        let ask = faye.to_one(Endpoint::CommandAccess, one["id"].as_str().expect("an id"));
        let ask = ask.if_match(&format!("\"{}\"", one["revisie"]));
        let confirmed = ask.json(&AccessCommand { answer: AccessAnswer::Confirm }).send().good(Endpoint::CommandAccess);
        let (half, other) = (&confirmed["uitnodiging"]["woord"], halves.first());
        accept(&anyone, &json!({ "uitnodiging": { "woord": half, "andereHelft": other } }));
    }
    People { fleur, sem: log_in("sem.voorbeeld"), bo: log_in("bo.beheer"), faye }
}

#[test]
fn a_backup_under_load_has_every_acknowledged_report_and_starts_elsewhere() {
    let world = World::new();
    let (content, keys) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let before = storm(&world.anyone(), 0, || {});
    assert_eq!(before.len(), e2e::REPORTS, "all of the first storm are acknowledged");
    let backup = ["backup", "--to", text(content.path()), "--keys-to", text(keys.path())];
    let mut said = String::new();
    let during = storm_past(&world.anyone(), e2e::REPORTS, 50, || {
        said = done(&e2e::meldroute(&backup, Some(&world.site.stores())));
    });
    assert!(said.contains("teruggelezen"), "{said}");
    assert!(!during.is_empty());
    // the running instance is undamaged too
    done(&e2e::meldroute(&["check"], Some(&world.site.stores())));
    let elsewhere = Site::bare();
    elsewhere.keyring().learn_all(world.site.keyring());
    drop(world);

    let to = elsewhere.stores().with_file_name("opslag");
    let (content, keys) = (only_file(content.path()), only_file(keys.path()));
    let mut restore = vec!["restore", "--content", text(&content), "--key-backup", text(&keys), "--to", text(&to)];
    restore.extend(["--af", "fleur.voorbeeld", "--fg", "faye.gegevens"]);
    let said = done(&e2e::meldroute(&restore, None));
    assert!(!e2e::meldroute(&restore, None).status.success(), "never over something that is there");
    done(&e2e::meldroute(&["check"], Some(&to.join("runtime-config.toml"))));
    for label in ["inbox", "cases", "keys"] {
        std::fs::rename(to.join(format!("{label}.db")), elsewhere.store(label)).expect("it can be moved");
    }
    let host = elsewhere.start();
    let world = World { people: people(&host, &said), host, site: elsewhere };
    all_there_once(&world, &before);
    done(&e2e::meldroute(&["check"], Some(&world.site.stores())));
}
