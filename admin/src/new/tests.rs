use super::*;
use crate::{seed::tests::profiles, stores::Instance};
use std::{os::unix::fs::PermissionsExt, process::Command};

fn options(to: &Path, gemeente: &str) -> Options {
    Options {
        to: to.to_owned(),
        gemeente: gemeente.into(),
        address: "https://meldroute.example".into(),
        backup: "/reserve/inhoud".into(),
        backup_keys: "/elders/sleutels".into(),
    }
}

#[test]
fn a_new_instance_is_private_to_its_owner_and_consistent() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("omgeving");
    run(profiles(), &options(&place, "borne")).unwrap();
    for (name, mode) in [
        (".", 0o700),
        ("sleutels.env", 0o600),
        ("omgeving.env", 0o600),
        ("runtime-config.toml", 0o600),
        ("meldroute.service", 0o600),
        ("relay.env", 0o600),
    ] {
        assert_eq!(std::fs::metadata(place.join(name)).unwrap().permissions().mode() & 0o777, mode, "{name}");
    }
    let (keys, runtime_config) = (File::at(place.join("sleutels.env")), place.join("runtime-config.toml"));
    // nobody says which gemeente it is: the settings do
    let instance = Instance { runtime_config, keys, gemeente: crate::gemeente::Gemeente::of_the_instance() };
    let own = place.join(PROFILES);
    let (_stores, desk) = instance.open(&own).unwrap();
    assert_eq!(desk::key_check::check_whole(&desk), Ok(()));
    assert_eq!((desk.environment().gemeente(), &*desk.profile().unwrap().name), ("borne".into(), "Borne"));
    assert!(own.join(kit::instance::LAST_GOOD).join("borne.json").exists(), "the service goes on with this one");
    assert!(!own.join("hengelo.json").exists(), "it is of one gemeente");
    let settings = std::fs::read_to_string(place.join("omgeving.env")).unwrap();
    let set = settings.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='));
    let (tokens, others): (Vec<_>, Vec<_>) = set.partition(|(name, _)| name.ends_with("_TOKEN"));
    assert_eq!(
        others,
        [("SPIN_VARIABLE_GEMEENTE", "borne"), ("SPIN_VARIABLE_SITE_URL", "https://meldroute.example")],
        "no relay until there is one"
    );
    let values: std::collections::BTreeSet<&str> = tokens.iter().map(|(_, token)| *token).collect();
    assert!(values.len() == 3 && tokens.len() == 3 && tokens[0].1.len() == 32, "{settings}");
    assert!(values.iter().all(|token| token.len() >= desk::instance::SHORTEST_TOKEN), "{settings}");
}

#[test]
fn nothing_is_made_over_something_or_for_a_gemeente_without_a_profile() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |to: &Path, gemeente| run(profiles(), &options(to, gemeente)).unwrap_err().to_string();
    assert!(refused(&folder.path().join("a"), "nergens").contains("er zijn: almelo"));
    assert!(!folder.path().join("a").exists());
    std::fs::write(folder.path().join("x"), "").unwrap();
    assert!(refused(folder.path(), "hengelo").contains("lege map"));
}

#[test]
fn the_steps_are_for_this_instance() {
    let text = |options: &Options| {
        let commands = Commands::of(Path::new("/srv/m"), &options.gemeente, options);
        steps(Path::new("/srv/m"), options, "0a", &commands)
    };
    let whole = text(&options(Path::new("x"), "wierden"));
    for part in [
        "https://meldroute.example/af/inrichten#0a",
        "--listen 127.0.0.1:3000",
        "/srv/m/sleutels.env",
        "--gemeente wierden",
        "--files gemeenten=/srv/m/profielen",
        "--naar /reserve/inhoud --sleutels-naar /elders/sleutels",
    ] {
        assert!(whole.contains(part), "{part} in {whole}");
    }
    let local = Options { address: "http://127.0.0.1:4000".into(), ..options(Path::new("x"), "wierden") };
    assert!(text(&local).contains("--listen 127.0.0.1:4000"));
}

/// What a setting of a unit says.
fn setting<'a>(unit: &'a str, name: &str) -> Vec<&'a str> {
    unit.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('=')).collect()
}

#[test]
fn the_units_start_what_is_printed_and_can_do_little_else() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("omgeving");
    run(profiles(), &options(&place, "hengelo")).unwrap();
    let read = |name: &str| std::fs::read_to_string(place.join(name)).unwrap();
    let unit = read("meldroute.service");
    let printed = start(&place, None, None);
    assert!(printed.contains(setting(&unit, "ExecStart")[0]), "{unit} {printed}");
    let files: Vec<String> =
        ["sleutels.env", "omgeving.env"].map(|name| format!("{}/{name}", place.display())).to_vec();
    assert_eq!(setting(&unit, "EnvironmentFile"), files);
    for (name, value) in [
        ("LimitCORE", "0"),
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("ReadWritePaths", &*place.display().to_string()),
    ] {
        assert_eq!(setting(&unit, name), [value], "{name}");
    }
    assert_eq!(setting(&unit, "User").len(), 1);
    assert_eq!(setting(&unit, "MemoryDenyWriteExecute"), [""; 0], "the host compiles");
    let backup = read("meldroute-reservekopie.service");
    let printed = Commands::of(&place, "hengelo", &options(&place, "hengelo")).backup.join(" ");
    assert_eq!(setting(&backup, "ExecStart"), [&*printed]);
    assert_eq!(setting(&backup, "ReadWritePaths"), [format!("{} -/reserve/inhoud -/elders/sleutels", place.display())]);
    assert_eq!(setting(&read("meldroute-reservekopie.timer"), "Persistent"), ["true"]);
    let relay = read("meldroute-relay.service");
    assert_eq!(setting(&relay, "ExecStart"), [format!("{} relay", beside("meldroute").display())]);
    assert!(!relay.contains("sleutels.env") && setting(&relay, "ProtectSystem") == ["strict"], "it has no keys");
}

/// systemd itself, where it is installed, has nothing to say about the units.
#[test]
fn systemd_takes_the_units() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("omgeving");
    run(profiles(), &options(&place, "hengelo")).unwrap();
    let names = [
        "meldroute.service",
        "meldroute-reservekopie.service",
        "meldroute-reservekopie.timer",
        "meldroute-relay.service",
    ];
    for name in names {
        // the programs are not built for this test; others stand in for them
        let unit = std::fs::read_to_string(place.join(name)).unwrap();
        let there = unit.replace(&beside("host").display().to_string(), "/bin/true");
        std::fs::write(place.join(name), there.replace(&beside("meldroute").display().to_string(), "/bin/true"))
            .unwrap();
    }
    let verify = Command::new("systemd-analyze").arg("verify").args(names.map(|name| place.join(name))).output();
    let Ok(output) = verify else { return };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let about: Vec<&str> = said.lines().filter(|line| line.contains("meldroute") && !line.contains("user")).collect();
    assert!(about.is_empty(), "{about:?}");
}
