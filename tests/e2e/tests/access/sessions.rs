//! Sessions: where they begin, what carries them, and that they end.
use e2e::{Client, PASSWORD, World, accept, words};
use kit::store::{Change, cell::Cell};
use rusqlite::Connection;
use serde_json::{Value, json};
use shared::{
    access::Role,
    contract::{Endpoint, ProblemKind},
    moment::Moment,
};

const COOKIE: &str = "__Host-meldroute";

fn dead(client: &Client) {
    for endpoint in [Endpoint::Session, Endpoint::Cases, Endpoint::Accounts, Endpoint::LogOut] {
        client.to(endpoint).send().problem(ProblemKind::NotLoggedIn);
    }
}

fn alive(client: &Client) {
    client.to(Endpoint::Session).send().good(Endpoint::Session);
}

#[test]
fn the_cookie_has_every_attribute_that_protects_it() {
    let world = World::shared();
    let answer = world.anyone().try_log_in("FLEUR.Voorbeeld", PASSWORD);
    let session = answer.good(Endpoint::LogIn);
    assert_eq!(session["rol"], "af");
    let set: Vec<&str> = answer.header("set-cookie").split(';').map(str::trim).collect();
    let (name, token) = set[0].split_once('=').expect("a cookie");
    assert_eq!(name, COOKIE);
    assert!(token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()), "256 bits");
    assert!(!answer.text().contains(token), "the page never sees it");
    let mut attributes = set[1..].to_vec();
    attributes.sort_unstable();
    assert_eq!(attributes, ["HttpOnly", "Path=/", "SameSite=Strict", "Secure"], "and no Domain");
    let names = answer.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok()?.split('=').next());
    assert_eq!(names.collect::<Vec<_>>(), [COOKIE, "__Host-bekend"], "the session, and that this browser is known");
    let again = world.anyone().try_log_in("fleur.voorbeeld", PASSWORD);
    assert!(!again.header("set-cookie").contains(token), "another one every time");
}

#[test]
fn a_wrong_name_and_a_wrong_password_get_the_same_answer() {
    let world = World::shared();
    let (_, client) = world.people.add(&world.host, "geblokt.voorbeeld", Role::Officer);
    let id = client.to(Endpoint::Session).send().good(Endpoint::Session)["id"].clone();
    let id = id.as_str().expect("an id");
    let ask = world.people.bo.to_one(Endpoint::CommandAccount, id).if_match(&world.people.account_tag(id));
    ask.json(&words::plain("blokkeren")).send().good(Endpoint::CommandAccount);
    let tries = [
        ("fleur.voorbeeld", "een heel ander verzonnen kanarie"),
        ("niemand.kanarie", PASSWORD),
        ("geblokt.voorbeeld", PASSWORD),
        ("geblokt.voorbeeld", "een heel ander verzonnen kanarie"),
    ];
    let answers = tries.map(|(login, password)| world.anyone().try_log_in(login, password));
    for answer in &answers {
        answer.problem(ProblemKind::WrongCredentials);
        assert_eq!(answer.bytes, answers[0].bytes);
        assert_eq!(answer.header("set-cookie"), "");
        assert!(!words::stands_in(&answer.text()));
    }
}

#[test]
fn a_cookie_that_is_not_ours_opens_nothing() {
    let world = World::shared();
    let token = world.people.fleur.cookie().split_once('=').expect("a cookie").1.to_owned();
    let last = if token.ends_with('0') { "1" } else { "0" };
    let changed = format!("{}{last}", &token[..63]);
    let garbage =
        ["", "kanarie", "%00", &changed, &token[..63], &format!("{token}0"), &token.to_uppercase(), &"0".repeat(64)];
    for value in garbage {
        if value != token {
            dead(&world.anyone().with_cookie(&format!("{COOKIE}={value}")));
        }
    }
    for name in ["meldroute", "__Secure-meldroute", "__host-meldroute", "x__Host-meldroute", ""] {
        dead(&world.anyone().with_cookie(&format!("{name}={token}")));
    }
    dead(&world.anyone().with_cookie(&token));
    // somebody of another gemeente, really logged in there
    let other = World::new();
    alive(&other.people.fleur);
    dead(&world.anyone().with_cookie(other.people.fleur.cookie()));
    // among others it is found
    alive(&world.anyone().with_cookie(&format!("x=1; {COOKIE}={token}; y=2")));
}

#[test]
fn after_logging_out_the_session_is_dead_and_others_are_not() {
    let world = World::shared();
    let log_in = || world.anyone().log_in("sem.voorbeeld", PASSWORD);
    let (here, there) = (log_in(), log_in());
    let answer = here.to(Endpoint::LogOut).send();
    answer.good(Endpoint::LogOut);
    let set = answer.header("set-cookie");
    assert!(set.starts_with(&format!("{COOKIE}=;")) && set.contains("Max-Age=0") && set.contains("Secure"), "{set}");
    dead(&here);
    alive(&there);
}

#[test]
fn own_sessions_are_shown_and_ended_and_a_session_of_somebody_else_is_not_there() {
    let world = World::shared();
    let (_, here) = world.people.add(&world.host, "overal.voorbeeld", Role::Officer);
    let log_in = || world.anyone().log_in("overal.voorbeeld", PASSWORD);
    let (there, third) = (log_in(), log_in());
    let list = |who: &Client| who.to(Endpoint::OwnSessions).send().good(Endpoint::OwnSessions);
    let command = |body: &Value| here.to(Endpoint::EndSessions).json(body).send();
    let end = |id: &Value| command(&json!({ "soort": "beeindigen", "inhoud": { "id": id } }));
    let own = list(&there).as_array().expect("sessions").iter().find(|one| one["deze"] == true).cloned();
    let own = own.expect("the one that asks");
    assert_eq!(list(&here).as_array().map(Vec::len), Some(3));
    end(&list(&world.people.sem)[0]["id"]).problem(ProblemKind::NotFound);
    end(&own["id"]).good(Endpoint::EndSessions);
    dead(&there);
    alive(&third);
    let left = command(&json!({ "soort": "andere-beeindigen" })).good(Endpoint::EndSessions);
    assert!(left.as_array().is_some_and(|left| left.len() == 1 && left[0]["deze"] == true), "{left}");
    dead(&third);
    alive(&here);
    alive(&world.people.sem);
}

#[test]
fn blocking_and_a_new_invitation_end_every_session() {
    let world = World::shared();
    let (id, first) = world.people.add(&world.host, "weg.voorbeeld", Role::Officer);
    let try_now = || world.anyone().try_log_in("weg.voorbeeld", PASSWORD);
    let second = world.anyone().log_in("weg.voorbeeld", PASSWORD);
    let command = |command: &Value| {
        let ask = world.people.bo.to_one(Endpoint::CommandAccount, &id).if_match(&world.people.account_tag(&id));
        ask.json(command).send().good(Endpoint::CommandAccount)
    };
    command(&words::plain("blokkeren"));
    dead(&first);
    dead(&second);
    try_now().problem(ProblemKind::WrongCredentials);
    command(&words::plain("vrijgeven"));
    dead(&first);
    // the log-in is gone: the beheerder alone gives nobody access back
    try_now().problem(ProblemKind::WrongCredentials);
    let again = command(&words::plain("uitnodigen"));
    assert_eq!(again["uitnodiging"]["deel"], "eerste-helft", "a second person confirms it first");
    accept(&world.anyone(), &world.people.confirmed(again));
    let third = world.anyone().log_in("weg.voorbeeld", PASSWORD);
    let old_code = world.anyone().keyring().shown("weg.voorbeeld");
    let asked = command(&words::plain("uitnodigen"));
    alive(&third);
    let codes = accept(&world.anyone(), &world.people.confirmed(asked));
    dead(&third);
    let anyone = world.anyone();
    anyone.try_code("weg.voorbeeld", PASSWORD, &old_code).problem(ProblemKind::WrongCredentials);
    alive(&world.anyone().log_in("weg.voorbeeld", PASSWORD));
    anyone.try_code("weg.voorbeeld", PASSWORD, &codes[0]).good(Endpoint::LogIn);
    anyone.try_code("weg.voorbeeld", PASSWORD, &codes[0]).problem(ProblemKind::WrongCredentials);
}

#[test]
fn the_last_of_a_role_stays() {
    let world = World::shared();
    let me = world.people.bo.to(Endpoint::Session).send().good(Endpoint::Session);
    let ask = world.people.bo.to_one(Endpoint::CommandAccount, me["id"].as_str().expect("an id"));
    let ask = ask.if_match(&world.people.account_tag(me["id"].as_str().expect("an id")));
    ask.json(&words::plain("blokkeren")).send().problem(ProblemKind::Exists);
    alive(&world.people.bo);
}

/// Nine hours after log-in, or thirty minutes without a request. The stored times are moved back; the clock isn't.
#[test]
fn a_session_that_is_too_old_or_too_long_idle_is_dead() {
    let world = World::new();
    let log_in = || world.anyone().log_in("fleur.voorbeeld", PASSWORD);
    for (field, seconds, holds) in [
        ("begonnen", 9 * 3600 - 60, true),
        ("begonnen", 9 * 3600 + 1, false),
        ("gezien", 30 * 60 - 60, true),
        ("gezien", 30 * 60 + 1, false),
    ] {
        let before = sessions(&world);
        let client = log_in();
        let key = sessions(&world).into_iter().find(|key| !before.contains(key)).expect("a new session");
        age(&world, &key, field, seconds);
        if holds { alive(&client) } else { dead(&client) }
    }
}

fn sessions(world: &World) -> Vec<String> {
    let store = Connection::open(world.site.store("cases")).expect("the store can be read");
    let mut keys = store.prepare("SELECT key FROM spin_key_value WHERE key LIKE 'session:%'").expect("the table");
    keys.query_map([], |row| row.get(0)).expect("keys").map(|key| key.expect("a key")).collect()
}

/// Moves a time of a stored session back by so many seconds, as who has the keys can.
fn age(world: &World, key: &str, field: &str, seconds: i64) {
    let desk = e2e::open_kit(world.site.as_ref());
    let aged = desk.cases.update(&Cell::named(key).expect("a session"), |stored: Option<Value>| {
        let mut session = stored.expect("the session");
        let was = Moment::try_from(session[field].as_str().expect("a moment").to_owned()).expect("a moment");
        session[field] = was.plus_seconds(-seconds).to_string().into();
        Ok(Change::Write(session, ()))
    });
    assert_eq!(aged, Ok(()));
}
