//! The files hold Spin's own table, and nothing that was typed is in a key or in the log.

mod fields;
mod play;
mod turns;

use e2e::{Dossier, Site, World, fresh_key, send_report, words};
use fields::Fields;
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use shared::contract::{Endpoint, examples};
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

/// Types into every field, then searches everything that the host wrote, and its backup.
#[test]
fn nothing_that_was_typed_is_in_a_key_or_in_the_log() {
    let mut fields = Fields::new();
    set_up(&mut fields);
    let mut world = World::new();
    let secrets = play::everything(&world, &mut fields);
    settings(&mut fields);
    assert_eq!(fields.missed(), Vec::<String>::new(), "fields that take words and were not played");
    // also what is refused
    let wrong = |ask: e2e::Ask| assert!(ask.send().status >= 400);
    let fleur = world.people.fleur.clone();
    wrong(world.anyone().to(Endpoint::SendReport).key(&secrets.key).json(&words::draft()));
    wrong(world.anyone().to(Endpoint::SendReport).key(&fresh_key()).typed("application/json", "{kanarie"));
    wrong(world.anyone().request("GET", "/api/v1/kanarie?kanarie=kanarie").header("user-agent", "kanarie"));
    wrong(world.anyone().request("KANARIE", "/api/v1/meldingen"));
    wrong(at_wrong_revision(&fleur, &secrets.case));
    let _refused = world.anyone().try_log_in("niemand.kanarie", "kanarie kanarie");
    // the files as they are while it runs, with what is still in the write-ahead log
    nothing_readable(world.site.as_ref(), ".db", 3);
    backed_up(&world);
    assert_eq!(world.host.terminate().code(), Some(0));
    nothing_readable(world.site.as_ref(), ".db", 3);

    let log = world.site.log();
    assert!(log.lines().filter(|line| line.contains("action=\"request\"")).count() >= 25, "the log is at info:\n{log}");
    let line = log.lines().find(|line| words::stands_in(line));
    assert_eq!(line, None, "the log shows what was typed");
    for secret in secrets.anywhere.iter().chain([&secrets.case]) {
        assert!(!log.contains(secret), "the log shows {secret}");
    }
    nothing_in_keys(&world, &secrets.anywhere);
}

/// A new instance, whose first accounts have names that are searched for.
fn set_up(fields: &mut Fields) {
    let mut body = serde_json::to_value(examples::set_up().expect("the example is valid")).expect("JSON");
    for (at, account) in body["accounts"].as_array_mut().expect("accounts").iter_mut().enumerate() {
        account["inlognaam"] = format!("kanarie.{at}").into();
        account["naam"] = format!("Kanarie Verzonnen {at}").into();
    }
    let site = Site::bare();
    let mut host = site.start();
    let made = host.client().to(Endpoint::SetUp).json(&body).send().good(Endpoint::SetUp);
    fields.note(Endpoint::SetUp, &body);
    made.as_array().expect("accounts").iter().for_each(|done| drop(e2e::accept(&host.client(), done)));
    nothing_readable(site.as_ref(), ".db", 3);
    host.terminate();
    assert!(!words::stands_in(&site.log()));
}

/// Every part of the settings. What they hold is there for everybody, so it is not sealed in the inbox; no key and no
/// line of the log holds it either.
fn settings(fields: &mut Fields) {
    let mut world = World::new();
    let bo = &world.people.bo;
    let contact = json!({ "naam": "Kanarie", "nummer": words::PHONE, "wanneer": "Werkdagen, kanarie" });
    let backup = json!({ "functie": "Kanarie", "nummer": words::PHONE, "email": "kanarie@voorbeeld.example" });
    let now = bo.to(Endpoint::Settings).send().good(Endpoint::Settings)["nu"].clone();
    let mut functions = now.as_array().and_then(|all| all.iter().find(|part| part["onderdeel"] == "functies")).cloned();
    let all = functions.as_mut().and_then(|part| part["waarde"].as_array_mut()).expect("functions");
    all.push(json!({ "id": "kanarie", "naam": "Functie-kanarie" }));
    let texts = ["verantwoordelijke", "contact", "gezamenlijk", "fg", "grondslag", "bijzondereGegevens"];
    let texts = texts.into_iter().chain(["strafrechtelijkeGegevens", "plaats", "dpia"]);
    let register: serde_json::Value = texts.map(|name| (name.to_owned(), json!(format!("{name}-kanarie")))).collect();
    let phones = json!({
        "kmt": contact, "vertrouwenspersoon": contact, "aandachtsfunctionarissen": contact, "achterwacht": backup
    });
    let rule = json!({ "naar": "vtt", "mag": ["aard"], "grondslagen": ["Grondslag-kanarie"] });
    let sharing = json!({ "vastgesteldOp": "2026-11-01", "ontvangers": [rule] });
    // the last three wait for a second person, one at a time
    let withdrawn = json!({ "soort": "intrekken" });
    for (part, waits) in [
        (json!({ "onderdeel": "sluitingsdagen", "waarde": ["2027-05-14"] }), false),
        (
            json!({ "onderdeel": "bronnen", "waarde": [{ "naam": "Bron-kanarie", "grondslag": "Grond-kanarie" }] }),
            false,
        ),
        (json!({ "onderdeel": "teksten", "waarde": ["Tekst-kanarie"] }), false),
        (json!({ "onderdeel": "naam", "waarde": "Naam-kanarie" }), false),
        (json!({ "onderdeel": "register", "waarde": register }), false),
        (json!({ "onderdeel": "verwerkers", "waarde": [{ "naam": "Kanarie", "taak": "Taak-kanarie" }] }), false),
        (json!({ "onderdeel": "delen", "waarde": sharing }), true),
        (json!(functions), true),
        (json!({ "onderdeel": "telefoon", "waarde": phones }), true),
    ] {
        let seen = bo.to(Endpoint::Settings).send().good(Endpoint::Settings)["laatste"].clone();
        let body = json!({ "soort": "wijzigen", "inhoud": { "gezien": seen, "deel": part } });
        bo.to(Endpoint::CommandSettings).json(&body).send().good(Endpoint::CommandSettings);
        fields.note(Endpoint::CommandSettings, &body);
        if waits {
            bo.to(Endpoint::CommandSettings).json(&withdrawn).send().good(Endpoint::CommandSettings);
        }
    }
    let signal = json!({ "id": "kanarie", "zin": "Zin-kanarie", "voorbeeld": "Voorbeeld-kanarie", "groep": "Kanarie",
        "vormen": [], "bron": "Bron-kanarie" });
    let seen = bo.to(Endpoint::Settings).send().good(Endpoint::Settings)["laatste"].clone();
    let list = json!({ "versie": "kanarie-1", "signalen": [signal] });
    let body = json!({ "soort": "lijst-inlezen", "inhoud": { "gezien": seen, "lijst": list } });
    bo.to(Endpoint::CommandSettings).json(&body).send().good(Endpoint::CommandSettings);
    fields.note(Endpoint::CommandSettings, &body);
    nothing_in_keys(&world, &[]);
    assert_eq!(world.host.terminate().code(), Some(0));
    assert!(!words::stands_in(&world.site.log()), "the log shows what was typed");
}

/// The backup, and what the administrator's command says of it and of the instance.
fn backed_up(world: &World) {
    let (content, keys) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let to = [content.path(), keys.path()].map(|path| path.to_str().expect("a plain name"));
    for arguments in [vec!["backup", "--to", to[0], "--keys-to", to[1]], vec!["check"], vec!["audit", "verify"]] {
        let output = e2e::meldroute(&arguments, Some(&world.site.stores()));
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        assert!(output.status.success() && !words::stands_in(&said), "{arguments:?}: {said}");
    }
    nothing_readable(content.path(), "", 1);
    nothing_readable(keys.path(), "", 1);
}

fn at_wrong_revision(officer: &e2e::Client, id: &str) -> e2e::Ask {
    officer.to_one(Endpoint::CommandCase, id).if_match("\"1\"").json(&words::remark("Te laat"))
}

/// No file with this in its name contains a typed word, or the name of a field it was typed in, because stored values
/// are sealed.
fn nothing_readable(folder: &Path, named: &str, at_least: usize) {
    let mut read = 0;
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.contains(named) {
            continue;
        }
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("the file")).to_lowercase();
        assert!(!words::stands_in(&text), "{name} holds what was typed");
        for field in ["verhaal", "telefoon", "wachtwoord", "fleur", "argon2", "tijdlijn", "voortgang"] {
            assert!(!text.contains(field), "{name} shows {field}");
        }
        read += 1;
    }
    assert!(read >= at_least, "only {read} files were read");
}

/// Keys hold nothing about a person, and no code, secret, password or session is stored in plain text.
fn nothing_in_keys(world: &World, secrets: &[String]) {
    for label in ["inbox", "cases", "keys"] {
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
                assert!(
                    !text.contains(secret.as_str()) && !key.contains(secret.as_str()),
                    "{label} keeps {secret} under {key}"
                );
            }
        }
    }
}

/// The search would find an unsealed store: it reads the stored bytes.
#[test]
fn the_search_finds_what_is_not_sealed() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = rusqlite::Connection::open(folder.path().join("cases.db")).expect("a store");
    store.execute_batch("CREATE TABLE spin_key_value (store TEXT, key TEXT, value BLOB)").expect("a table");
    let searched = || std::panic::catch_unwind(|| nothing_readable(folder.path(), ".db", 1));
    assert!(searched().is_ok());
    for value in [words::attempt().to_string(), r#"{"wachtwoord":"x"}"#.to_owned()] {
        store
            .execute("INSERT INTO spin_key_value VALUES ('cases', 'case:1', ?1)", [value.into_bytes()])
            .expect("a row");
        assert!(searched().is_err());
        store.execute("DELETE FROM spin_key_value", []).expect("no row");
        store.execute("VACUUM", []).expect("a file without it");
        assert!(searched().is_ok());
    }
}
