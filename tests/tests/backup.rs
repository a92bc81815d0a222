//! A backup is made of a running host in the middle of a storm; a host over what is restored has everything that was
//! acknowledged before.

use e2e::{Host, PASSWORD, People, Place, Site, World, all_there_once, storm, storm_past};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The administrator's command about the instance at `stores`, with the keys of the tests.
fn meldroute(arguments: &[&str], stores: Option<&Path>) -> Output {
    let place = Place::find();
    let mut command = Command::new(&place.admin);
    command.arg("--profiles").arg(place.root.join("gemeenten")).args(arguments);
    if let Some(stores) = stores {
        command.arg("--runtime-config").arg(stores);
    }
    command.env("SPIN_VARIABLE_SEALING_PUBLIC", e2e::keys::public());
    command.env("SPIN_VARIABLE_SEALING_SECRETS", e2e::keys::secrets());
    command.output().expect("the command can be run: `cargo xtask build` makes it")
}

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
    People { fleur: log_in("fleur.voorbeeld"), sem: log_in("sem.voorbeeld"), bo: log_in("bo.beheer") }
}

#[test]
fn a_backup_in_the_middle_of_a_storm_has_what_was_acknowledged_and_starts_elsewhere() {
    let world = World::new();
    let (content, keys) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let before = storm(world.host.url(), 0, || {});
    assert_eq!(before.len(), e2e::REPORTS, "all of the first storm are acknowledged");
    let backup = ["backup", "--to", text(content.path()), "--keys-to", text(keys.path())];
    let mut said = String::new();
    let during = storm_past(world.host.url(), e2e::REPORTS, 50, || {
        said = done(&meldroute(&backup, Some(&world.site.stores())));
    });
    assert!(said.contains("teruggelezen"), "{said}");
    assert!(!during.is_empty());
    // the instance that goes on is whole too, also while it runs
    done(&meldroute(&["check"], Some(&world.site.stores())));
    drop(world);

    let elsewhere = Site::new();
    let to = elsewhere.stores().with_file_name("opslag");
    let (content, keys) = (only_file(content.path()), only_file(keys.path()));
    let restore = ["restore", "--content", text(&content), "--key-backup", text(&keys), "--to", text(&to)];
    done(&meldroute(&restore, None));
    assert!(!meldroute(&restore, None).status.success(), "never over something that is there");
    done(&meldroute(&["check"], Some(&to.join("runtime-config.toml"))));
    for label in ["inbox", "cases", "keys"] {
        std::fs::rename(to.join(format!("{label}.db")), elsewhere.store(label)).expect("it can be moved");
    }
    let host = elsewhere.start();
    let world = World { people: people(&host), host, site: elsewhere };
    all_there_once(&world, &before);
    done(&meldroute(&["check"], Some(&world.site.stores())));
}
