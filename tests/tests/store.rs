//! What lies on disk is Spin's own table, and nothing that was typed stands in a URL or in the log.

use e2e::{Dossier, World, fresh_key, send_report, words};
use rusqlite::{Connection, OpenFlags};
use shared::contract::Endpoint;
use std::path::Path;

fn open(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the store is a SQLite file")
}

fn one<T: rusqlite::types::FromSql>(store: &Connection, query: &str) -> T {
    store.query_row(query, [], |row| row.get(0)).expect("an answer")
}

fn all(store: &Connection, query: &str) -> Vec<String> {
    let mut statement = store.prepare(query).expect("a query");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a text")).collect()
}

#[test]
fn the_files_have_the_table_of_spin() {
    let mut world = World::new();
    (0..3).for_each(|_| drop(send_report(&world.anyone(), &fresh_key(), &words::draft()).good(Endpoint::SendReport)));
    let _taken_in = Dossier::newest(&world.people.fleur);
    send_report(&world.anyone(), &fresh_key(), &words::draft()).good(Endpoint::SendReport);
    assert_eq!(world.host.terminate().code(), Some(0));
    for label in ["inbox", "cases", "keys"] {
        let store = open(&world.site.store(label));
        let tables = all(&store, "SELECT name FROM sqlite_master WHERE type = 'table'");
        assert_eq!(tables, ["spin_key_value"], "{label}");
        let columns =
            "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk FROM pragma_table_info('spin_key_value')";
        assert_eq!(all(&store, columns), ["store TEXT 1 1", "key TEXT 1 2", "value BLOB 1 0"], "{label}");
        assert_eq!(all(&store, "SELECT DISTINCT store FROM spin_key_value"), [label]);
        assert_eq!(all(&store, "SELECT DISTINCT typeof(value) FROM spin_key_value"), ["blob"]);
        assert_eq!(one::<String>(&store, "PRAGMA integrity_check"), "ok");
        let odd =
            "SELECT count(*) FROM spin_key_value WHERE key GLOB '*[^a-z0-9:._-]*' OR length(key) NOT BETWEEN 1 AND 200";
        assert_eq!(one::<i64>(&store, odd), 0, "{label} has a key that other stores can't keep");
    }
    // a counter is 8 bytes, little-endian, as Spin counts
    let (inbox, cases) = (open(&world.site.store("inbox")), open(&world.site.store("cases")));
    let count = |store: &Connection, key: &str| {
        let raw: Vec<u8> = one(store, &format!("SELECT value FROM spin_key_value WHERE key = '{key}'"));
        i64::from_le_bytes(raw.try_into().expect("8 bytes"))
    };
    assert_eq!((count(&inbox, "arrivals"), count(&cases, "numbers")), (4, 3));
    let waiting = "SELECT count(*) FROM spin_key_value WHERE key LIKE 'report:%'";
    assert_eq!(one::<i64>(&inbox, waiting), 1, "what was taken in is out of the inbox");
}

/// Plays everything that can be typed, and searches what the host wrote down about it.
#[test]
fn nothing_that_was_typed_stands_in_a_key_or_in_the_log() {
    let mut world = World::new();
    let fleur = world.people.fleur.clone();
    let (key, phoned) = (fresh_key(), fresh_key());
    let receipt = send_report(&world.anyone(), &key, &words::full_draft()).good(Endpoint::SendReport);
    let code = receipt["ontvangstcode"].as_str().expect("a code").to_owned();
    let _shown = e2e::ask_progress(&world.anyone(), &code).good(Endpoint::AskProgress);
    let mut dossier = Dossier::newest(&fleur);
    play(&world, &mut dossier);
    fleur.to(Endpoint::AddCase).key(&phoned).json(&words::draft_with_minor()).send().good(Endpoint::AddCase);
    // also what is refused
    let wrong = |ask: e2e::Ask| assert!(ask.send().status >= 400);
    wrong(world.anyone().to(Endpoint::SendReport).key(&key).json(&words::draft()));
    wrong(world.anyone().to(Endpoint::SendReport).key(&key).typed("application/json", "{kanarie"));
    wrong(world.anyone().request("GET", "/api/v1/kanarie?kanarie=kanarie").header("user-agent", "kanarie"));
    wrong(world.anyone().request("KANARIE", "/api/v1/meldingen"));
    wrong(dossier_at_wrong_revision(&fleur, &dossier));
    let _refused = world.anyone().try_log_in("niemand.kanarie", "kanarie kanarie");
    // the files as they are while it runs, with what is still in the write-ahead log
    nothing_readable(&world);
    assert_eq!(world.host.terminate().code(), Some(0));
    nothing_readable(&world);

    let log = world.site.log();
    assert!(log.lines().filter(|line| line.contains("action=\"request\"")).count() >= 25, "the log is at info:\n{log}");
    let line = log.lines().find(|line| words::stands_in(line));
    assert_eq!(line, None, "the log shows what was typed");
    let token = fleur.cookie().split_once('=').expect("a cookie").1;
    let secrets = [key.as_str(), &phoned, &code, &code.replace(' ', ""), token, e2e::PASSWORD, &dossier.id];
    for secret in secrets {
        assert!(!log.contains(secret), "the log shows {secret}");
    }
    nothing_in_keys(&world, &secrets[..6]);
}

/// Every command with words in it, along the route.
fn play(world: &World, dossier: &mut Dossier) {
    let fleur = &world.people.fleur;
    let today = words::today(fleur);
    let way = [
        words::attempt(),
        words::remark("Notitie"),
        words::veilig_thuis(),
        words::contact(),
        words::form(),
        words::investigate(&today),
        words::source(&today),
        words::kmt_check(&today),
        words::to_decision(),
        words::decide(&today),
        words::reason("geen-terugkoppeling"),
        words::feedback(&today),
        words::plain("afsluiten"),
        words::reason("heropenen"),
        words::close_early(&today),
    ];
    for command in &way {
        dossier.command(fleur, command);
    }
}

fn dossier_at_wrong_revision(officer: &e2e::Client, dossier: &Dossier) -> e2e::Ask {
    officer.to_one(Endpoint::CommandCase, &dossier.id).if_match("\"1\"").json(&words::remark("Te laat"))
}

/// No file of the instance holds a typed word, nor the names of the fields it was typed in: what is stored is sealed.
fn nothing_readable(world: &World) {
    let folder: &std::path::Path = world.site.as_ref();
    let mut read = 0;
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.contains(".db") {
            continue;
        }
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("the file")).to_lowercase();
        assert!(!words::stands_in(&text), "{name} holds what was typed");
        for field in ["verhaal", "telefoon", "wachtwoord", "fleur", "argon2", "tijdlijn", "voortgang"] {
            assert!(!text.contains(field), "{name} shows {field}");
        }
        read += 1;
    }
    assert!(read >= 3, "the three stores were read");
}

/// Keys say nothing about a person, and neither code nor secret nor password nor session is kept as it is.
fn nothing_in_keys(world: &World, secrets: &[&str]) {
    for label in ["inbox", "cases"] {
        let store = open(&world.site.store(label));
        for key in all(&store, "SELECT key FROM spin_key_value") {
            assert!(!words::stands_in(&key), "{key}");
        }
        let mut values = store.prepare("SELECT key, value FROM spin_key_value").expect("the table");
        let rows = values.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?)));
        for row in rows.expect("rows") {
            let (key, value) = row.expect("a row");
            let text = String::from_utf8_lossy(&value).into_owned();
            for secret in secrets {
                assert!(!text.contains(secret) && !key.contains(secret), "{label} keeps {secret} under {key}");
            }
        }
    }
}
