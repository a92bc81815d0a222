//! The browser that returns is the one that left: once, within ten minutes, with the cookie and state of this log-in.
use crate::{
    browser::{Arrival, Browser},
    place::{ROLES, SECRET, World},
    provider::Provider,
    signing::How,
};
use desk::{
    Desk, Stores,
    login::oidc::{self, Settings},
};
use e2e::Place;
use keyvalue::{Sqlite, Store};
use kit::instance::Environment;
use kit::{
    clock,
    web::fetch::{Ask, Reply},
};
use serde_json::json;
use shared::{
    contract::{Endpoint, ProblemKind, WorkAccountRefusal as No},
    moment::Moment,
};
use std::sync::Arc;

#[test]
fn a_log_in_is_for_one_browser_and_one_time() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let (mine, other) = (world.leave(), world.leave());
    let code = provider.grant(&mine, &json!({}), How::By("e-1"));
    let answer = mine.answer(&code);
    assert_eq!(mine.back_with(&answer, "x=1"), Arrival::Refused(No::NotBegun), "without the cookie");
    assert_eq!(mine.back_with(&answer, &other.cookie), Arrival::Refused(No::State), "another browser");
    assert_eq!(mine.back(&format!("code={code}&state={}", other.value("state"))), Arrival::Refused(No::State));
    assert_eq!(mine.back(&format!("code={code}")), Arrival::Refused(No::State));
    assert_eq!(provider.count("/token"), 0, "the code stayed here");
    mine.back(&answer).known();
    assert_eq!(mine.back(&answer), Arrival::Refused(No::Used), "the same again");
    assert_eq!(provider.count("/token"), 1);
    // a stolen code doesn't work in another log-in
    let third = world.leave();
    let seen = provider.grant(&third, &json!({}), How::By("e-1"));
    assert_eq!(other.back(&other.answer(&seen)), Arrival::Refused(No::Code), "PKCE");
    let fourth = world.leave();
    assert_eq!(fourth.back(&fourth.answer(&code)), Arrival::Refused(No::Code), "a code that was used");
}

#[test]
fn of_many_with_the_same_answer_one_gets_in() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let browser = world.leave();
    let answer = browser.answer(&provider.grant(&browser, &json!({}), How::By("e-1")));
    let arrivals: Vec<Arrival> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..8).map(|_| scope.spawn(|| browser.back(&answer))).collect();
        all.into_iter().map(|one| one.join().expect("an answer")).collect()
    });
    let inside = arrivals.iter().filter(|arrival| !matches!(arrival, Arrival::Refused(_))).count();
    assert_eq!((inside, provider.count("/token")), (1, 1), "{arrivals:?}");
}

/// The instance this many seconds ago: the same stores and keys, another clock.
fn earlier(world: &World, provider: &Provider, now: fn() -> Moment) -> (String, String) {
    let store = |label: &str| -> Arc<dyn Store> {
        Arc::new(Sqlite::open(world.site.store(label), label).expect("the store can be opened"))
    };
    let stores = Stores { inbox: store("inbox"), cases: store("cases"), keys: store("keys") };
    let (usual, issuer) = (e2e::keys::variables(), provider.issuer.clone());
    let variables = move |name: &str| match name {
        "oidc_issuer" => Some(issuer.clone()),
        "oidc_client_id" => Some("met-geheim".into()),
        "oidc_client_secret" => Some(SECRET.into()),
        "oidc_acr" => Some("hoog".into()),
        "oidc_role_claim" => Some("roles".into()),
        "oidc_roles" => Some(ROLES.into()),
        "oidc_scope" => Some("openid".into()),
        other => usual(other),
    };
    let mut desk = Desk::new(
        stores,
        Environment {
            now,
            profiles: Place::find().root.join("gemeenten"),
            variables: Arc::new(variables),
            overlay: Default::default(),
        },
    );
    let fetch = |ask: Ask| -> Option<Reply> {
        let body = ureq::get(&ask.url).call().ok()?.body_mut().read_to_vec().ok()?;
        Some(Reply { status: 200, body })
    };
    desk.fetch = Arc::new(fetch);
    let back = format!("{}{}", world.host.url(), Endpoint::WorkAccountReturn.url(""));
    let (location, cookie) = oidc::begin(&desk, &Settings::read(&desk).expect("settings"), &back).expect("a log-in");
    let cookie = cookie.to_str().expect("text").split(';').next().unwrap_or_default().to_owned();
    (location, cookie)
}

#[test]
fn after_ten_minutes_it_is_too_late() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let table: [(fn() -> Moment, bool); 3] = [
        (|| clock::now().plus_seconds(-540), true),
        (|| clock::now().plus_seconds(-601), false),
        (|| clock::now().plus_seconds(60), false),
    ];
    for (when, holds) in table {
        let (location, cookie) = earlier(&world, &provider, when);
        let browser = Browser { location, cookie, ..world.leave() };
        let code = provider.grant(&browser, &json!({}), How::By("e-1"));
        match browser.back(&browser.answer(&code)) {
            Arrival::In(_) | Arrival::New(_) => assert!(holds),
            Arrival::Refused(refusal) => assert_eq!((refusal, holds), (No::TooOld, false)),
        }
    }
}

#[test]
fn a_network_that_keeps_failing_waits_and_password_log_in_does_not() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let fail = || {
        let browser = world.leave();
        browser.back(&browser.answer("nooit-gegeven"))
    };
    for _ in 0..50 {
        assert_eq!(fail(), Arrival::Refused(No::Code));
    }
    assert_eq!(fail(), Arrival::Refused(No::TooMany));
    let local = world.host.client().try_log_in("niemand.verzonnen", "een heel ander verzonnen zin");
    local.problem(ProblemKind::WrongCredentials);
}

/// Another site's page can make every colleague's browser come back with an answer that nobody began, as a picture or
/// as a page. That keeps nobody out.
#[test]
fn answers_that_this_browser_did_not_begin_keep_no_office_out() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let browser = world.leave();
    for _ in 0..60 {
        assert_eq!(browser.back_with("code=x&state=x", "x=1"), Arrival::Refused(No::NotBegun));
        assert_eq!(browser.back("code=x&state=x"), Arrival::Refused(No::State));
    }
    let code = provider.grant(&browser, &json!({}), How::By("e-1"));
    let with_cookie = world.host.client().with_cookie(&browser.cookie);
    for dest in ["image", "iframe", "empty"] {
        let ask = with_cookie.to(Endpoint::WorkAccountReturn).query(&browser.answer(&code));
        let answer = ask.header("sec-fetch-dest", dest).send();
        assert_eq!(answer.header("location"), format!("/af?inloggen={}", No::NotBegun.as_str()), "{dest}");
    }
    assert_eq!(provider.count("/token"), 0, "nobody outside was asked anything");
    browser.back(&browser.answer(&code)).known();
}

/// The provider's data about a person, and what passes through the browser, is in no log and no key of a store.
#[test]
fn nothing_about_the_person_is_in_the_log_or_in_a_key() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let browser = world.leave();
    let code = provider.grant(&browser, &json!({}), How::By("e-1"));
    let session = browser.back(&browser.answer(&code)).known();
    let token = session.split_once('=').expect("a cookie").1.to_owned();
    let secrets = [&code, &browser.value("state"), &browser.value("nonce"), &token];
    let words = ["kanarie", "Fenna", "verzonnen toegang"].into_iter().chain(secrets.map(String::as_str));
    let log = world.site.log();
    let mut places = vec![("the log", log.into_bytes())];
    for label in ["inbox", "cases", "keys"] {
        places.push((label, std::fs::read(world.site.store(label)).expect("the store")));
        let waiting = world.site.store(label).with_extension("db-wal");
        places.push((label, std::fs::read(waiting).unwrap_or_default()));
    }
    for word in words {
        for (place, bytes) in &places {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} stands in {place}");
        }
    }
}
