//! Refused log-ins: counted, reported to the FG in one line for many, and never with typed text.
use super::{account, lines};
use e2e::{Client, PASSWORD, World, accept, ask_progress, open_kit, words};
use kit::store::{Change, cell};
use serde_json::{Value, json};
use shared::{
    access::Role,
    code::ReceiptCode,
    contract::{AcceptInvitation, Endpoint, InvitationWord, ProblemKind, examples},
    moment::{Day, Moment},
};
use std::collections::BTreeMap;

const WRONG: &str = "een heel ander verzonnen kanarie";

/// The refusals without a session: action, subject, count.
fn denied(fg: &Client) -> Vec<(String, String, u64)> {
    let text = |line: &Value, name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let repeated = lines(fg, "").into_iter().filter(|line| !line["herhaald"].is_null());
    let told = repeated.map(|line| {
        assert_eq!((&line["wie"], &line["afloop"]), (&Value::Null, &json!("geweigerd")), "{line}");
        (text(&line, "wat"), text(&line, "waarop"), line["herhaald"]["aantal"].as_u64().unwrap_or_default())
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

fn is_whole(fg: &Client) {
    let check = fg.to(Endpoint::AuditCheck).send().good(Endpoint::AuditCheck);
    assert_eq!(check["bevindingen"], json!([]), "the chain and every MAC hold");
}

#[test]
fn refused_log_ins_are_counted_by_account_or_as_unknown() {
    let world = World::new();
    let (anyone, fg) = (world.anyone(), world.people.faye.clone());
    let fleur = account(&world.people.fleur);
    assert_eq!(denied(&fg), []);
    (0..3).for_each(|_| drop(anyone.try_log_in("Fleur.Voorbeeld", WRONG).problem(ProblemKind::WrongCredentials)));
    (0..2).for_each(|n| drop(anyone.try_log_in(&format!("kanarie{n}"), WRONG).problem(ProblemKind::WrongCredentials)));
    for id in ["kanarie", &"0".repeat(32)] {
        anyone.to_one(Endpoint::Case, id).send().problem(ProblemKind::NotLoggedIn);
    }
    anyone.to(Endpoint::Accounts).send().problem(ProblemKind::NotLoggedIn);
    // every page asks this by itself
    anyone.to(Endpoint::Session).send().problem(ProblemKind::NotLoggedIn);
    let foreign = world.people.fleur.to(Endpoint::LogOut).header("sec-fetch-site", "cross-site");
    foreign.send().problem(ProblemKind::ForeignOrigin);
    let word = InvitationWord { word: "kanarie".into(), other: None };
    anyone.to(Endpoint::Invitation).json(&word).send().problem(ProblemKind::NotFound);
    let accepting = AcceptInvitation {
        word: "kanarie".into(),
        other: None,
        nonce: "kanarie".into(),
        password: WRONG.into(),
        code: "000000".into(),
    };
    anyone.to(Endpoint::AcceptInvitation).json(&accepting).send().problem(ProblemKind::NotFound);
    let set_up = examples::set_up().expect("the example is valid");
    anyone.to(Endpoint::SetUp).json(&set_up).send().problem(ProblemKind::Exists);
    let mut guessed = set_up;
    guessed.token = "kanarie".into();
    anyone.to(Endpoint::SetUp).json(&guessed).send().problem(ProblemKind::Forbidden);
    let wanted = [
        ("andere-website", "sessies", 1),
        ("inloggen-geweigerd", fleur.as_str(), 3),
        ("inloggen-geweigerd", "sessies", 2),
        ("inrichting-geweigerd", "inrichting", 2),
        ("uitnodiging-geweigerd", "uitnodigingen", 1),
        ("uitnodiging-geweigerd", "uitnodigingen", 1),
        ("zonder-sessie", "accounts", 1),
        ("zonder-sessie", "dossiers", 2),
    ];
    let mut wanted = wanted.map(|(what, about, count)| (what.to_owned(), about.to_owned(), count));
    wanted.sort();
    assert_eq!(denied(&fg), wanted);
    let text = json!(lines(&fg, "")).to_string();
    assert!(!text.contains("kanarie") && !text.contains("127.0.0.1"), "what was typed or from where stands in it");
    assert_eq!(denied(&fg), wanted, "told once");
    is_whole(&fg);
}

#[test]
fn failed_attempts_are_right_above_the_log_in_that_succeeded() {
    let world = World::new();
    let id = account(&world.people.sem);
    for _ in 0..2 {
        world.anyone().try_log_in("sem.voorbeeld", WRONG).problem(ProblemKind::WrongCredentials);
    }
    let _session = world.anyone().log_in("sem.voorbeeld", PASSWORD);
    let told: Vec<Value> =
        lines(&world.people.faye, "").into_iter().filter(|line| line["waarop"] == id.as_str()).collect();
    let [before, after] = &told[told.len() - 2..] else { panic!("{told:?}") };
    assert_eq!((&before["wat"], &before["herhaald"]["aantal"]), (&json!("inloggen-geweigerd"), &json!(2)));
    assert_eq!((&after["wat"], &after["afloop"]), (&json!("LogIn"), &json!("gelukt")));
    assert_eq!(before["nummer"].as_i64().map(|number| number + 1), after["nummer"].as_i64());
}

/// However many: one line, and no other line is lost among them.
#[test]
fn many_refusals_are_one_line() {
    let world = World::new();
    std::thread::scope(|scope| {
        for _asker in 0..8 {
            let ask = || {
                (0..25).for_each(|_| drop(world.anyone().to(Endpoint::Cases).send().problem(ProblemKind::NotLoggedIn)))
            };
            scope.spawn(ask);
        }
    });
    assert_eq!(denied(&world.people.faye), [("zonder-sessie".to_owned(), "dossiers".to_owned(), 200)]);
    is_whole(&world.people.faye);
}

#[test]
fn the_first_set_up_and_every_use_of_an_invitation_leave_a_line() {
    let world = World::new();
    let fg = &world.people.faye;
    let of = |what: &str| lines(fg, &format!("wat={what}"));
    for what in ["SetUp", "Invitation", "AcceptInvitation"] {
        let told = of(what);
        assert_eq!(told.len(), 4, "{what} of everybody: {told:?}");
        assert!(told.iter().all(|line| line["waarop"].as_str().is_some_and(|id| id.len() == 32)), "{told:?}");
    }
    let set_up = &of("SetUp")[0];
    assert_eq!((&set_up["wie"], &set_up["herkomst"]), (&Value::Null, &json!("review POST /inrichting")));
    // one whose week is over, and one that was used
    let new = examples::new_account(Role::Administrator).expect("the example is valid");
    let new = json!({ "inlognaam": "te.laat", "naam": "Te Laat", "rol": new.role.as_str() });
    let made = world.people.bo.to(Endpoint::AddAccount).json(&new).send().good(Endpoint::AddAccount);
    let (id, word) = (made["account"]["id"].as_str().expect("an id"), made["uitnodiging"]["woord"].clone());
    let aged = open_kit(world.site.as_ref()).cases.update(&cell::accounts(), |stored: Option<Vec<Value>>| {
        let mut accounts = stored.unwrap_or_default();
        let account = accounts.iter_mut().find(|account| account["id"] == id).expect("the account");
        account["uitnodiging"]["geldigTot"] = json!("2020-01-01T00:00:00.000Z");
        Ok(Change::Write(accounts, ()))
    });
    assert_eq!(aged, Ok(()));
    let look = world.anyone().to(Endpoint::Invitation).json(&json!({ "woord": word }));
    look.send().problem(ProblemKind::NotFound);
    assert_eq!(denied(fg), [("uitnodiging-geweigerd".to_owned(), id.to_owned(), 1)]);
    let tag = world.people.account_tag(id);
    let again = world.people.bo.to_one(Endpoint::CommandAccount, id).if_match(&tag).json(&words::plain("uitnodigen"));
    let _codes = accept(&world.anyone(), &again.send().good(Endpoint::CommandAccount));
    assert_eq!(of("AcceptInvitation").last().map(|line| line["waarop"].clone()), Some(json!(id)));
    is_whole(fg);
}

#[test]
fn a_rate_limit_leaves_a_line_and_never_one_that_traces_a_melder() {
    let world = World::new();
    let (anyone, fg) = (world.anyone(), &world.people.faye);
    for _ in 0..9 {
        let _refused = anyone.try_log_in("niemand.kanarie", WRONG);
    }
    for n in 0..103u8 {
        let _refused = ask_progress(&anyone, &ReceiptCode::from_secret(&[n; 16]).shown());
    }
    let log_in = [("inloggen-geweigerd", 5), ("rem-op-inloggen", 1)];
    let log_in = log_in.map(|(what, count)| (what.to_owned(), "sessies".to_owned(), count));
    assert_eq!(denied(fg), log_in, "of codes nothing on the same day");
    let desk = open_kit(world.site.as_ref());
    let today = desk.now().day();
    let kept = desk.inbox.pointers.get(&cell::code_limited::<BTreeMap<Day, u32>>()).expect("it can be read");
    assert_eq!(kept, Some(BTreeMap::from([(today, 1)])), "a day and a number, nothing else");
    let yesterday = today.pred_opt().expect("a day before");
    desk.inbox.pointers.set(&cell::code_limited(), &BTreeMap::from([(yesterday, 1)])).expect("it can be written");
    let codes = lines(fg, "wat=rem-op-ontvangstcodes");
    assert_eq!(codes.len(), 1);
    let start = Moment::start_of(yesterday).to_string();
    assert_eq!(codes[0]["herhaald"], json!({ "aantal": 1, "eerste": start, "laatste": start }));
    assert_eq!((&codes[0]["waarop"], &codes[0]["wie"]), (&json!("meldingen"), &Value::Null));
    is_whole(fg);
}
