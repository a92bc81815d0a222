//! A backup of a running host in the middle of a storm; a host over the restored files has everything acknowledged
//! before.

use e2e::{Host, PASSWORD, People, Site, World, all_there_once, storm, storm_past};
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

/// The people of the first host at another; sessions are not in a backup.
fn people(host: &Host) -> People {
    let log_in = |login: &str| host.client().log_in(login, PASSWORD);
    People {
        fleur: log_in("fleur.voorbeeld"),
        sem: log_in("sem.voorbeeld"),
        bo: log_in("bo.beheer"),
        faye: log_in("faye.gegevens"),
    }
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
    let restore = ["restore", "--content", text(&content), "--key-backup", text(&keys), "--to", text(&to)];
    done(&e2e::meldroute(&restore, None));
    assert!(!e2e::meldroute(&restore, None).status.success(), "never over something that is there");
    done(&e2e::meldroute(&["check"], Some(&to.join("runtime-config.toml"))));
    for label in ["inbox", "cases", "keys"] {
        std::fs::rename(to.join(format!("{label}.db")), elsewhere.store(label)).expect("it can be moved");
    }
    let host = elsewhere.start();
    let world = World { people: people(&host), host, site: elsewhere };
    all_there_once(&world, &before);
    done(&e2e::meldroute(&["check"], Some(&world.site.stores())));
}
